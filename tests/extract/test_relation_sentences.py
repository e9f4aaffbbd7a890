"""Sentences of the genre, of Party and State, old and new: all that each says, and nothing else."""

from collections.abc import Callable

import pytest

from extract.output import to_contract
from ontology.extraction import Extraction

Read = Callable[[str], Extraction]

# text, relations as "head relation tail", joined by ";"
SENTENCES = [
    ('Ngày 10/4/2019, Ban Thường vụ Thành ủy ban hành Kế hoạch số 112-KH/TU triển khai thực hiện Nghị quyết số 35-NQ/TW của Bộ Chính trị.', '112-KH/TU implements 35-NQ/TW'),
    ('Huyện ủy đã cụ thể hóa Nghị quyết số 05-NQ/TU bằng Chương trình hành động số 21-CTr/HU và Kế hoạch số 40-KH/HU.', '21-CTr/HU concretizes 05-NQ/TU; 40-KH/HU concretizes 05-NQ/TU'),
    ('Đảng ủy đã xây dựng Kế hoạch số 15-KH/ĐU để lãnh đạo thực hiện Chỉ thị số 13-CT/TW ngày 12/01/2017 của Ban Bí thư.', '15-KH/ĐU implements 13-CT/TW'),
    ('Ban Thường vụ Tỉnh ủy ban hành Kế hoạch 45-KH/TU nhằm triển khai Kết luận số 50-KL/TW ngày 28/02/2023.', '45-KH/TU implements 50-KL/TW'),
    ('Trên cơ sở Nghị quyết số 11-NQ/TU, UBND tỉnh đã ban hành Quyết định số 1205/QĐ-UBND phê duyệt Đề án phát triển thủy sản.', 'SELF pursuant_to 11-NQ/TU'),
    ('Căn cứ Quyết định số 45/2019/QĐ-UBND; Quyết định số 12/2020/QĐ-UBND của UBND tỉnh sửa đổi, bổ sung một số điều của Quyết định số 45/2019/QĐ-UBND;', 'SELF based_on 45/2019/QĐ-UBND; SELF based_on 12/2020/QĐ-UBND; 12/2020/QĐ-UBND amends 45/2019/QĐ-UBND'),
    ('Xét đề nghị của Sở Nội vụ tại Tờ trình số 55/TTr-SNV ngày 01/3/2022,', ''),
    ('Nghị định này thay thế Nghị định số 24/2014/NĐ-CP và Nghị định số 107/2020/NĐ-CP.', 'SELF replaces 24/2014/NĐ-CP; SELF replaces 107/2020/NĐ-CP'),
    ('Thông tư này có hiệu lực từ ngày 01/7/2018, thay thế Thông tư số 10/2012/TT-BTC và bãi bỏ Thông tư số 11/2012/TT-BTC.', 'SELF replaces 10/2012/TT-BTC; SELF repeals 11/2012/TT-BTC'),
    ('Quyết định số 05/2008/QĐ-UBND và Quyết định số 06/2008/QĐ-UBND hết hiệu lực kể từ ngày Quyết định này có hiệu lực.', 'SELF repeals 05/2008/QĐ-UBND; SELF repeals 06/2008/QĐ-UBND'),
    ('Kể từ ngày Luật này có hiệu lực, Luật Hợp tác xã số 23/2012/QH13 hết hiệu lực.', 'SELF repeals 23/2012/QH13'),
    ('Bãi bỏ khoản 3 Điều 5 Quyết định số 19/2015/QĐ-UBND và Điều 7 Quyết định số 20/2015/QĐ-UBND.', 'SELF repeals 19/2015/QĐ-UBND; SELF repeals 20/2015/QĐ-UBND'),
    ('Thay thế cụm từ “cấp huyện” bằng cụm từ “cấp xã” tại Điều 4 Quyết định số 19/2015/QĐ-UBND.', 'SELF amends 19/2015/QĐ-UBND'),
    ('Bổ sung khoản 4 vào Điều 6 của Quy chế ban hành kèm theo Quyết định số 77/2016/QĐ-UBND.', 'SELF amends 77/2016/QĐ-UBND'),
    ('Đoàn công tác kiểm tra việc thực hiện Chỉ thị số 20-CT/TU và Nghị quyết số 31-NQ/TU tại Huyện ủy Mỹ Tú.', 'SELF inspects 20-CT/TU; SELF inspects 31-NQ/TU'),
    ('HĐND tỉnh giám sát kết quả thực hiện Nghị quyết số 08/2019/NQ-HĐND.', 'SELF inspects 08/2019/NQ-HĐND'),
    ('Đã tổ chức hội nghị sơ kết 01 năm thực hiện Nghị quyết số 12-NQ/HU, tổng kết 05 năm thực hiện Chỉ thị số 30-CT/TW.', 'SELF reviews 12-NQ/HU; SELF reviews 30-CT/TW'),
    ('Báo cáo số 120-BC/HU ngày 15/5/2020 về tổng kết 10 năm thực hiện Nghị quyết số 26-NQ/TW.', '120-BC/HU reviews 26-NQ/TW'),
    ('Kế hoạch số 77-KH/TU ngày 01/3/2021 về sơ kết 5 năm thực hiện Chỉ thị số 05-CT/TW.', '77-KH/TU reviews 05-CT/TW'),
    ('Công văn số 900-CV/BTGTU hướng dẫn tuyên truyền thực hiện Kết luận số 12-KL/TW.', '900-CV/BTGTU guides 12-KL/TW'),
    ('Hướng dẫn số 12-HD/BTGTW ngày 02/8/2021 thực hiện Kết luận số 01-KL/TW.', '12-HD/BTGTW implements 01-KL/TW'),
    ('Các chi bộ tiếp tục thực hiện nghiêm Quy định số 37-QĐ/TW về những điều đảng viên không được làm.', 'SELF pursuant_to 37-QĐ/TW'),
    ('Việc bồi thường áp dụng theo Quyết định số 14/2010/QĐ-UBND.', 'SELF pursuant_to 14/2010/QĐ-UBND'),
    ('Chế độ chi thực hiện theo quy định hiện hành tại Thông tư số 40/2017/TT-BTC.', 'SELF pursuant_to 40/2017/TT-BTC'),
    ('Phấn đấu hoàn thành các chỉ tiêu Nghị quyết số 10/NQ-HĐND đề ra.', ''),
    ('UBND các xã căn cứ Kế hoạch số 31/KH-UBND xây dựng kế hoạch cụ thể.', 'SELF pursuant_to 31/KH-UBND'),
    ('Thực hiện Công văn số 77/UBND-VX và Kế hoạch số 31/KH-UBND, Phòng Văn hóa báo cáo như sau:', 'SELF pursuant_to 77/UBND-VX; SELF pursuant_to 31/KH-UBND'),
    ('Chương trình hành động số 09-CTr/TU ngày 03/5/2021 của Tỉnh ủy về thực hiện Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng.', '09-CTr/TU implements Nghị quyết Đại hội đại biểu toàn quốc lần thứ XIII của Đảng'),
    ('Lồng ghép việc thực hiện Nghị quyết số 06-NQ/TU với Chương trình số 11-CTr/TU.', 'SELF pursuant_to 06-NQ/TU'),
    ('Tỉnh ủy đã lãnh đạo, chỉ đạo thực hiện có hiệu quả các Nghị quyết: số 18-NQ/TW, số 19-NQ/TW của Trung ương.', 'SELF pursuant_to 18-NQ/TW; SELF pursuant_to 19-NQ/TW'),
    ('Quán triệt và tổ chức thực hiện nghiêm túc Kết luận số 14-KL/TW; Quy định số 41-QĐ/TW.', 'SELF pursuant_to 14-KL/TW; SELF pursuant_to 41-QĐ/TW'),
    ('Tập trung quán triệt, học tập Nghị quyết số 42-NQ/TW và Nghị quyết số 43-NQ/TW.', ''),
    ('Đảng ủy xã chưa xây dựng kế hoạch thực hiện Chỉ thị số 21-CT/HU.', ''),
    ('Có cần sửa đổi Nghị quyết số 05/2018/NQ-HĐND hay không?', ''),
    ('Năm tới sẽ sửa đổi Quyết định số 30/2017/QĐ-UBND.', ''),
    ('Ban hành Kế hoạch số 19-KH/HU ngày 04/5/2022 để thực hiện Nghị quyết số 16-NQ/TU; Kế hoạch số 20-KH/HU cụ thể hóa Chỉ thị số 17-CT/TU.', '19-KH/HU implements 16-NQ/TU; 20-KH/HU concretizes 17-CT/TU'),
    ('Kế hoạch này cụ thể hóa Nghị quyết số 16-NQ/TU.', 'SELF concretizes 16-NQ/TU'),
    ('Nghị quyết số 10-NQ/TU ngày 02/3/2016 về du lịch. Nghị quyết này thay thế Nghị quyết số 03-NQ/TU.', '10-NQ/TU replaces 03-NQ/TU'),
    ('UBND huyện phê duyệt Đề án theo Quyết định số 300/QĐ-UBND ngày 12/3/2014.', 'SELF pursuant_to 300/QĐ-UBND'),
    ('Nghị quyết số 12/2014/NQ-HĐND (được bổ sung bởi Nghị quyết số 30/2016/NQ-HĐND) cụ thể hóa Luật Đầu tư công.', '30/2016/NQ-HĐND amends 12/2014/NQ-HĐND; 12/2014/NQ-HĐND concretizes Luật Đầu tư công'),
    ('Nghị định số 15/2013/NĐ-CP đã được thay thế bằng Nghị định số 46/2015/NĐ-CP.', '46/2015/NĐ-CP replaces 15/2013/NĐ-CP'),
    ('Chỉ thị số 10-CT/TU, được cụ thể hóa tại Kế hoạch số 55/KH-UBND của UBND tỉnh.', '55/KH-UBND concretizes 10-CT/TU'),
    ('Kết luận số 92-KL/TW ngày 12/11/2014 của Ban Bí thư về việc tiếp tục thực hiện Nghị quyết số 48-NQ/TW, Nghị quyết số 49-NQ/TW.', '92-KL/TW continues 48-NQ/TW; 92-KL/TW continues 49-NQ/TW'),
    ('Quyết định số 99/QĐ-TTg về việc ban hành Chương trình hành động của Chính phủ thực hiện Nghị quyết số 26-NQ/TW.', '99/QĐ-TTg implements 26-NQ/TW'),
    ('Thông tư số 01/2011/TT-BNV hướng dẫn thể thức và kỹ thuật trình bày văn bản hành chính.', ''),
    ('Thông tư số 13/2010/TT-BNV hướng dẫn một số điều của Nghị định số 24/2010/NĐ-CP, Nghị định số 93/2010/NĐ-CP.', '13/2010/TT-BNV guides 24/2010/NĐ-CP; 13/2010/TT-BNV guides 93/2010/NĐ-CP'),
    ('Kèm theo Công văn số 123/SNV-CCHC ngày 05/6/2018.', ''),
    ('Nội dung chi theo Nghị quyết số 07/2020/NQ-HĐND, trừ trường hợp quy định tại Nghị quyết số 08/2020/NQ-HĐND.', 'SELF pursuant_to 07/2020/NQ-HĐND'),
    ('Thực hiện chủ trương của Tỉnh ủy tại Nghị quyết số 20-NQ/TU.', 'SELF pursuant_to 20-NQ/TU'),
    ('Thi hành Luật Cư trú, Công an xã đã cấp 1.200 thẻ.', 'SELF pursuant_to Luật Cư trú'),
    ('Vi phạm Luật Giao thông đường bộ 12 vụ.', ''),
    ('Trình Chính phủ Tờ trình số 12/TTr-UBND về việc thành lập thị xã.', ''),
    ('Nghị quyết số 88/NQ-CP giao Bộ Công an sửa đổi Nghị định số 136/2020/NĐ-CP.', ''),
    ('Thực hiện Chỉ thị số 08-CT/TU ngày 12-3-1997 của Ban Thường vụ Tỉnh ủy, Huyện ủy đã ra Nghị quyết số 04-NQ/HU ngày 20-5-1997 về phát triển kinh tế vườn.', 'SELF pursuant_to 08-CT/TU'),
    ('Quyết định số 167/2008/QĐ-TTg về hỗ trợ hộ nghèo về nhà ở; Quyết định số 33/2015/QĐ-TTg thực hiện chính sách giai đoạn 2.', ''),
    ('Triển khai thực hiện Luật Hợp tác xã năm 2012 và Nghị định số 193/2013/NĐ-CP hướng dẫn thi hành Luật Hợp tác xã, huyện có 12 hợp tác xã chuyển đổi.', 'SELF pursuant_to Luật Hợp tác xã; SELF pursuant_to 193/2013/NĐ-CP; 193/2013/NĐ-CP guides Luật Hợp tác xã'),
    ('Tiếp tục đẩy mạnh thực hiện Kết luận số 21-KL/TW gắn với Quy định số 08-QĐi/TW và Quy định số 37-QĐ/TW.', 'SELF pursuant_to 21-KL/TW; 21-KL/TW linked_with 08-QĐi/TW; 21-KL/TW linked_with 37-QĐ/TW'),
    ('Kế hoạch số 30-KH/HU về đẩy mạnh thực hiện Chỉ thị số 35-CT/TW.', '30-KH/HU continues 35-CT/TW'),
    ('Kết quả giám sát cho thấy việc thực hiện Nghị quyết số 20/2019/NQ-HĐND còn chậm.', 'SELF pursuant_to 20/2019/NQ-HĐND'),
    ('Ủy ban Kiểm tra Huyện ủy giám sát Đảng ủy thị trấn trong việc thực hiện Chỉ thị số 03-CT/HU và Nghị quyết số 09-NQ/HU.', 'SELF inspects 03-CT/HU; SELF inspects 09-NQ/HU'),
    ('Kiểm tra tổ chức đảng trong việc lãnh đạo thực hiện Nghị quyết số 15-NQ/TU.', 'SELF inspects 15-NQ/TU'),
    ('Kết luận kiểm tra: Chi bộ thực hiện chưa tốt Quy chế dân chủ ở cơ sở.', ''),
    ('Qua 03 năm triển khai thực hiện Đề án số 04-ĐA/TU, tỉnh đã tinh giản 512 biên chế.', 'SELF pursuant_to 04-ĐA/TU'),
    ('Nhìn lại 10 năm thực hiện Nghị quyết số 26-NQ/TW, bộ mặt nông thôn đổi thay.', 'SELF reviews 26-NQ/TW'),
    ('Tổ chức hội nghị tổng kết việc thi hành Luật Đất đai năm 2013.', 'SELF reviews Luật Đất đai'),
    ('Báo cáo tình hình thực hiện Nghị quyết số 55/NQ-CP, Chỉ thị số 15/CT-TTg.', 'SELF reviews 55/NQ-CP; SELF reviews 15/CT-TTg'),
    ('Sơ kết giữa nhiệm kỳ thực hiện Nghị quyết Đại hội Đảng bộ huyện lần thứ XXIII, nhiệm kỳ 2020 - 2025.', 'SELF reviews Nghị quyết Đại hội Đảng bộ huyện lần thứ XXIII, nhiệm kỳ 2020 - 2025'),
    ('Căn cứ Nghị quyết số 120/2020/QH14 của Quốc hội phê duyệt chủ trương đầu tư Chương trình mục tiêu quốc gia; Quyết định số 1719/QĐ-TTg ngày 14/10/2021; Thông tư số 02/2022/TT-UBDT hướng dẫn thực hiện Quyết định số 1719/QĐ-TTg;', 'SELF based_on 120/2020/QH14; SELF based_on 1719/QĐ-TTg; SELF based_on 02/2022/TT-UBDT; 02/2022/TT-UBDT guides 1719/QĐ-TTg'),
    ('Căn cứ Luật Ngân sách nhà nước ngày 25/6/2015 và Nghị định số 163/2016/NĐ-CP của Chính phủ quy định chi tiết thi hành một số điều của Luật Ngân sách nhà nước;', 'SELF based_on Luật Ngân sách nhà nước; SELF based_on 163/2016/NĐ-CP; 163/2016/NĐ-CP guides Luật Ngân sách nhà nước'),
    ('Căn cứ Biên bản họp ngày 05/3/2012 và đề nghị của Phòng Nội vụ tại Tờ trình số 10/TTr-NV,', ''),
    ('Nghị quyết số 25/2013/NQ-HĐND ngày 12/7/2013 thay thế Nghị quyết số 11/2010/NQ-HĐND, Nghị quyết số 14/2011/NQ-HĐND.', '25/2013/NQ-HĐND replaces 11/2010/NQ-HĐND; 25/2013/NQ-HĐND replaces 14/2011/NQ-HĐND'),
    ('Quyết định này có hiệu lực sau 10 ngày kể từ ngày ký và thay thế các Quyết định số 11/2004/QĐ-UB, số 12/2004/QĐ-UB của UBND tỉnh.', 'SELF replaces 11/2004/QĐ-UB; SELF replaces 12/2004/QĐ-UB'),
    ('Những quy định trước đây trái với Quyết định này đều bãi bỏ.', ''),
    ('Các văn bản sau đây hết hiệu lực kể từ ngày Nghị định này có hiệu lực thi hành:\n1. Nghị định số 51/1999/NĐ-CP ngày 08 tháng 7 năm 1999;\n2. Nghị định số 35/2002/NĐ-CP.', 'SELF repeals 51/1999/NĐ-CP; SELF repeals 35/2002/NĐ-CP'),
    ('Điều 2. Bãi bỏ các Quyết định sau:\n- Quyết định số 10/2006/QĐ-UBND;\n- Quyết định số 12/2006/QĐ-UBND.', 'SELF repeals 10/2006/QĐ-UBND; SELF repeals 12/2006/QĐ-UBND'),
    ('Điều 1. Sửa đổi, bổ sung một số điều của Quy định ban hành kèm theo Quyết định số 33/2017/QĐ-UBND ngày 29/12/2017 của UBND tỉnh như sau:', 'SELF amends 33/2017/QĐ-UBND'),
    ('Luật số 36/2009/QH12 sửa đổi, bổ sung một số điều của Luật Sở hữu trí tuệ số 50/2005/QH11.', '36/2009/QH12 amends 50/2005/QH11'),
    ('Nghị định số 34/2016/NĐ-CP đã được sửa đổi, bổ sung theo Nghị định số 154/2020/NĐ-CP và Nghị định số 59/2024/NĐ-CP.', '154/2020/NĐ-CP amends 34/2016/NĐ-CP; 59/2024/NĐ-CP amends 34/2016/NĐ-CP'),
    ('Thông tư số 05/2014/TT-BTP hướng dẫn Nghị định số 04/2013/NĐ-CP của Chính phủ về tổ chức và hoạt động của Văn phòng.', '05/2014/TT-BTP guides 04/2013/NĐ-CP'),
    ('Chi bộ phổ biến Hướng dẫn số 05-HD/UBKTTW thực hiện Quy định số 22-QĐ/TW.', '05-HD/UBKTTW implements 22-QĐ/TW'),
    ('Kế hoạch số 99/KH-UBND của UBND huyện về việc tổ chức thực hiện Nghị quyết số 11/NQ-HĐND ngày 15/12/2015 của HĐND huyện và Kế hoạch số 45/KH-UBND ngày 20/01/2016 của UBND tỉnh.', '99/KH-UBND implements 11/NQ-HĐND; 99/KH-UBND implements 45/KH-UBND'),
    ('Đảng bộ đã có Nghị quyết số 02-NQ/ĐU, Chương trình số 05-CTr/ĐU để cụ thể hóa Nghị quyết số 06-NQ/HU.', '02-NQ/ĐU concretizes 06-NQ/HU; 05-CTr/ĐU concretizes 06-NQ/HU'),
    ('UBND tỉnh ban hành các Kế hoạch số 12/KH-UBND, 15/KH-UBND triển khai Nghị quyết số 19-2018/NQ-CP.', '12/KH-UBND implements 19-2018/NQ-CP; 15/KH-UBND implements 19-2018/NQ-CP'),
    ('Công tác này được thực hiện theo Hướng dẫn số 09-HD/BTCTW, Hướng dẫn số 12-HD/BTCTW.', 'SELF pursuant_to 09-HD/BTCTW; SELF pursuant_to 12-HD/BTCTW'),
    ('Hằng năm kiểm điểm theo tinh thần Nghị quyết Trung ương 4 khóa XI, XII gắn với Kết luận số 21-KL/TW.', 'SELF pursuant_to Nghị quyết Trung ương 4 khóa XI, XII; Nghị quyết Trung ương 4 khóa XI, XII linked_with 21-KL/TW'),
    ('Ban Chấp hành chưa kịp thời cụ thể hóa Nghị quyết số 11-NQ/TU.', ''),
    ('Không thực hiện Quyết định số 15/QĐ-UBND thì bị xử lý.', ''),
    ('Việc sáp nhập không áp dụng Nghị định số 24/2010/NĐ-CP.', ''),
    ('Đã thực hiện xong Nghị quyết số 3 của HĐND xã chưa?', ''),
    ('UBND thành phố đang xây dựng Kế hoạch thực hiện Nghị quyết số 54/2017/QH14.', ''),
    ('Đề nghị Quốc hội bãi bỏ Pháp lệnh số 15/2003/PL-UBTVQH11.', ''),
    ('Xã Phú Thuận thực hiện Chương trình OCOP theo Quyết định số 490/QĐ-TTg và được công nhận 03 sản phẩm.', 'SELF pursuant_to 490/QĐ-TTg'),
    ('Phong trào được phát động tại Kế hoạch số 11/KH-MTTQ.', ''),
    ('Kế hoạch số 5-KH/ĐU của Đảng ủy phường được ban hành trên cơ sở Kế hoạch số 18-KH/QU của Quận ủy.', 'SELF pursuant_to 18-KH/QU'),
    ('Nghị quyết số 03-NQ/HU, Nghị quyết số 05-NQ/HU, Nghị quyết số 07-NQ/HU đều được triển khai thông qua Kế hoạch số 62-KH/HU.', '62-KH/HU implements 03-NQ/HU; 62-KH/HU implements 05-NQ/HU; 62-KH/HU implements 07-NQ/HU'),
    ('Thực hiện Luật An ninh mạng và Chỉ thị số 01/CT-TTg, Công an huyện đã tham mưu Kế hoạch số 120/KH-UBND.', 'SELF pursuant_to Luật An ninh mạng; SELF pursuant_to 01/CT-TTg'),
    ('Nghị quyết Đại hội XI Đảng bộ tỉnh được cụ thể hóa thành Chương trình số 01-CTr/TU.', '01-CTr/TU concretizes Nghị quyết Đại hội XI Đảng bộ tỉnh'),
    ('Xây dựng kế hoạch năm 2017 thực hiện Chỉ thị số 05-CT/TW ngày 15/5/2016 của Bộ Chính trị.', 'SELF implements 05-CT/TW'),
    ('Tham mưu Huyện ủy ban hành nghị quyết chuyên đề về thực hiện Nghị quyết số 19-NQ/TW.', 'SELF implements 19-NQ/TW'),
    ('Đối tượng quy định tại Nghị định số 20/2021/NĐ-CP và Nghị quyết số 17/2021/NQ-HĐND được hưởng mức 500.000 đồng.', ''),
    ('Mức hỗ trợ bằng 70% mức quy định tại Nghị định số 20/2021/NĐ-CP.', ''),
    ('Nâng cao hiệu quả thực hiện Kết luận số 61-KL/TW, Nghị quyết số 10-NQ/TU.', 'SELF pursuant_to 61-KL/TW; SELF pursuant_to 10-NQ/TU'),
    ('Phát huy kết quả thực hiện Chỉ thị số 40-CT/TW.', 'SELF reviews 40-CT/TW'),
]  # fmt: skip


@pytest.mark.parametrize(("text", "expected"), SENTENCES)
def test_a_sentence_says(read_text: Read, text: str, expected: str) -> None:
    relations = to_contract(read_text(f"Nội dung như sau.\n\n{text}"))["relations"]
    assert isinstance(relations, list)
    said = {f"{r['head']} {r['type']} {r['tail']}" for r in relations if isinstance(r, dict)}
    assert said == {part.strip() for part in expected.split(";") if part.strip()}


def test_there_are_a_hundred_sentences() -> None:
    assert len({text for text, _ in SENTENCES}) == len(SENTENCES) >= 100
