"""What one sentence says about how documents stand to one another."""

from collections.abc import Callable

import pytest

from ontology.confidence import DEFAULT_MIN_CONFIDENCE, Feature, weigh
from ontology.extraction import Extraction
from ontology.mentions import Citation, Mention
from ontology.statements import DOCUMENT_RELATIONS, SELF, Modality, Statement

Read = Callable[[str], Extraction]
Triple = tuple[str, str, str]

# Short names of documents that keep the rows readable.
NQ = "Nghị quyết số 18-NQ/TW ngày 16/6/2022"
CTR = "Chương trình số 139-CTr/TU ngày 09/11/2022"
KH = "Kế hoạch số 109-KH/HU ngày 02/02/2023"

CASCADE = [
    # chains
    (f"Ban hành {KH} để cụ thể hóa thực hiện {CTR} của Ban Chấp hành Đảng bộ tỉnh về thực hiện {NQ}.", {("109-KH/HU", "concretizes", "139-CTr/TU"), ("139-CTr/TU", "implements", "18-NQ/TW")}),
    (f"Ban hành {KH}, để cụ thể hóa thực hiện {CTR}, về thực hiện {NQ} của Ban Chấp hành Trung ương về “Tiếp tục đổi mới”.", {("109-KH/HU", "concretizes", "139-CTr/TU"), ("139-CTr/TU", "implements", "18-NQ/TW")}),
    (f"Ban hành {KH} nhằm cụ thể hoá {CTR} về việc thực hiện {NQ}.", {("109-KH/HU", "concretizes", "139-CTr/TU"), ("139-CTr/TU", "implements", "18-NQ/TW")}),
    (f"{KH} về triển khai thực hiện {CTR}.", {("109-KH/HU", "implements", "139-CTr/TU")}),
    (f"{KH} của Ban Thường vụ Huyện ủy về tổ chức thực hiện {CTR}.", {("109-KH/HU", "implements", "139-CTr/TU")}),
    (f"{KH} của Ban Thường vụ Huyện ủy thực hiện {CTR} của Tỉnh ủy.", {("109-KH/HU", "implements", "139-CTr/TU")}),
    (f"{KH} về tiếp tục thực hiện {NQ}.", {("109-KH/HU", "continues", "18-NQ/TW")}),
    (f"{KH} về đẩy mạnh thực hiện {NQ}.", {("109-KH/HU", "continues", "18-NQ/TW")}),
    (f"{KH} về việc tiếp tục triển khai thực hiện {NQ}.", {("109-KH/HU", "continues", "18-NQ/TW")}),
    (f"Quyết định số 1745/QĐ-TTg của Thủ tướng Chính phủ về việc ban hành Kế hoạch thực hiện {NQ}.", {("1745/QĐ-TTg", "implements", "18-NQ/TW")}),
    (f"Quyết định số 1529/QĐ-UBND của UBND tỉnh phê duyệt kế hoạch hành động thực hiện {NQ}.", {("1529/QĐ-UBND", "implements", "18-NQ/TW")}),
    ("Đảng ủy xã có Kế hoạch số 27-KH/ĐU ngày 10/3/2023 cụ thể hóa Kế hoạch số 109-KH/HU.", {("27-KH/ĐU", "concretizes", "109-KH/HU")}),
    (f"{KH} được ban hành để cụ thể hóa {CTR}.", {("109-KH/HU", "concretizes", "139-CTr/TU")}),
    # passive
    (f"{NQ} được cụ thể hóa bằng {CTR}.", {("139-CTr/TU", "concretizes", "18-NQ/TW")}),
    (f"{NQ} đã được Tỉnh ủy cụ thể hóa tại {CTR}.", {("139-CTr/TU", "concretizes", "18-NQ/TW")}),
    (f"{NQ} của Ban Chấp hành Trung ương về đất đai được cụ thể hóa thông qua {CTR}.", {("139-CTr/TU", "concretizes", "18-NQ/TW")}),
    (f"{NQ} được triển khai thực hiện bằng {CTR}.", {("139-CTr/TU", "implements", "18-NQ/TW")}),
    (f"{NQ} được cụ thể hóa bằng {CTR} và Kế hoạch số 7-KH/TU.", {("139-CTr/TU", "concretizes", "18-NQ/TW"), ("7-KH/TU", "concretizes", "18-NQ/TW")}),
    # several heads and tails
    (f"{KH} để cụ thể hóa {CTR} và Kế hoạch số 7-KH/TU.", {("109-KH/HU", "concretizes", "139-CTr/TU"), ("109-KH/HU", "concretizes", "7-KH/TU")}),
    ("Kế hoạch số 1-KH/HU, Kế hoạch số 2-KH/HU và Kế hoạch số 3-KH/HU để cụ thể hóa Nghị quyết số 9-NQ/TU.", {("1-KH/HU", "concretizes", "9-NQ/TU"), ("2-KH/HU", "concretizes", "9-NQ/TU"), ("3-KH/HU", "concretizes", "9-NQ/TU")}),
    ("Kế hoạch số 1-KH/HU về thực hiện các Nghị quyết số 18-NQ/TW, 19-NQ/TW, 20-NQ/TW.", {("1-KH/HU", "implements", "18-NQ/TW"), ("1-KH/HU", "implements", "19-NQ/TW"), ("1-KH/HU", "implements", "20-NQ/TW")}),
    (f"Kế hoạch số 1-KH/HU về thực hiện {NQ}; Kế hoạch số 2-KH/HU về thực hiện Chỉ thị số 5-CT/TW.", {("1-KH/HU", "implements", "18-NQ/TW"), ("2-KH/HU", "implements", "5-CT/TW")}),
    (f"Kế hoạch số 1-KH/HU về thực hiện {NQ}. Kế hoạch số 2-KH/HU ngày 01/01/2023.", {("1-KH/HU", "implements", "18-NQ/TW")}),
    # linked
    (f"{KH} gắn với Nghị quyết số 04-NQ/TU.", {("109-KH/HU", "linked_with", "04-NQ/TU")}),
    (f"{KH} về “Quản lý đất” gắn với việc thực hiện Nghị quyết số 04-NQ/TU.", {("109-KH/HU", "linked_with", "04-NQ/TU")}),
    (f"{KH} thực hiện {CTR}; gắn với Nghị quyết số 04-NQ/TU.", {("109-KH/HU", "implements", "139-CTr/TU"), ("109-KH/HU", "linked_with", "04-NQ/TU")}),
    ("Việc rà soát gắn với Nghị quyết số 04-NQ/TU.", {("SELF", "linked_with", "04-NQ/TU")}),
    # the document itself is the head
    (f"Ban Thường vụ Huyện ủy ban hành kế hoạch thực hiện {NQ}.", {("SELF", "implements", "18-NQ/TW")}),
    (f"Để cụ thể hóa thực hiện {NQ}, Ban Thường vụ đề ra các nhiệm vụ.", {("SELF", "concretizes", "18-NQ/TW")}),
    (f"Nhằm cụ thể hoá {NQ}, Ban Thường vụ đề ra các nhiệm vụ.", {("SELF", "concretizes", "18-NQ/TW")}),
    # other carriers of the words
    (f"Sau khi có {NQ}, Ban Thường vụ Huyện ủy đã ban hành {KH}.", set()),
    (f"Triển khai {NQ} đến cán bộ, đảng viên.", set()),
    (f"Tổ chức quán triệt {NQ} cho cán bộ.", set()),
    (f"Tổ chức triển khai, quán triệt {NQ}.", set()),
    (f"Học tập, quán triệt {NQ}.", set()),
    (f"Tuyên truyền, phổ biến {NQ} trong Nhân dân.", set()),
    (f"{NQ} và {KH} là hai văn bản quan trọng.", set()),
    (f"Cuộc thi “Tìm hiểu việc thực hiện {NQ}” thu hút nhiều người.", set()),
]  # fmt: skip

SELF_RELATIONS = [
    (f"Các cơ sở làm theo {NQ}.", {("SELF", "pursuant_to", "18-NQ/TW")}),
    ("Hồ sơ theo quy định tại khoản 3 Điều 40 Luật Đất đai.", {("SELF", "pursuant_to", "Luật Đất đai")}),
    ("Hồ sơ theo quy định tại điểm b khoản 2 Điều 22, điểm b khoản 2 Điều 58 Nghị định số 186/2025/NĐ-CP.", {("SELF", "pursuant_to", "186/2025/NĐ-CP")}),
    ("Báo cáo theo đúng chỉ đạo của Bộ Y tế tại Chỉ thị số 847/CT-BYT.", {("SELF", "pursuant_to", "847/CT-BYT")}),
    ("Báo cáo theo đúng quy định tại Quyết định số 3176/QĐ-BYT và Thông tư số 48/2017/TT-BYT.", {("SELF", "pursuant_to", "3176/QĐ-BYT"), ("SELF", "pursuant_to", "48/2017/TT-BYT")}),
    (f"Cán bộ thực hiện nghiêm túc {NQ}.", {("SELF", "pursuant_to", "18-NQ/TW")}),
    (f"Tiếp tục thực hiện có hiệu quả {NQ} và {CTR}.", {("SELF", "pursuant_to", "18-NQ/TW"), ("SELF", "pursuant_to", "139-CTr/TU")}),
    (f"Để tiếp tục thực hiện {NQ}; {CTR}; {KH}.", {("SELF", "pursuant_to", "18-NQ/TW"), ("SELF", "pursuant_to", "139-CTr/TU"), ("SELF", "pursuant_to", "109-KH/HU")}),
    ("Xử lý, áp dụng Thông tư số 21/2025/TT-BGDĐT.", {("SELF", "pursuant_to", "21/2025/TT-BGDĐT")}),
    ("Việc gửi văn bản thực hiện theo Quyết định số 395/QĐ-BTTTT.", {("SELF", "pursuant_to", "395/QĐ-BTTTT")}),
    ("Mẫu ban hành kèm theo Nghị định số 30/2020/NĐ-CP.", set()),
    ("Các tiêu chí quy định tại Điều 4 Nghị định số 272/2025/NĐ-CP.", set()),
    # preambles
    ("Căn cứ Luật Đất đai ngày 18/01/2024;", {("SELF", "based_on", "Luật Đất đai")}),
    (f"- Căn cứ {NQ};", {("SELF", "based_on", "18-NQ/TW")}),
    (f"Căn cứ các văn bản: {NQ};", {("SELF", "based_on", "18-NQ/TW")}),
    ("Căn cứ Nghị định số 200/2023/NĐ-CP của Chính phủ; Nghị định số 98/2021/NĐ-CP của Chính phủ;", {("SELF", "based_on", "200/2023/NĐ-CP"), ("SELF", "based_on", "98/2021/NĐ-CP")}),
    ("Căn cứ Luật Đất đai số 31/2024/QH15 được sửa đổi, bổ sung bởi Luật số 43/2024/QH15;", {("SELF", "based_on", "31/2024/QH15"), ("43/2024/QH15", "amends", "31/2024/QH15")}),
    ("Căn cứ Nghị định số 5/2020/NĐ-CP quy định chi tiết thi hành một số điều của Luật Giá;", {("SELF", "based_on", "5/2020/NĐ-CP"), ("5/2020/NĐ-CP", "guides", "Luật Giá")}),
    (f"Căn cứ {KH} về thực hiện {CTR};", {("SELF", "based_on", "109-KH/HU"), ("109-KH/HU", "implements", "139-CTr/TU")}),
    (f"Công chức căn cứ {NQ} để làm.", {("SELF", "pursuant_to", "18-NQ/TW")}),
    # review
    (f"Tổ chức tổng kết 10 năm thực hiện {NQ}.", {("SELF", "reviews", "18-NQ/TW")}),
    (f"Sơ kết 05 năm thực hiện {NQ} và {CTR}.", {("SELF", "reviews", "18-NQ/TW"), ("SELF", "reviews", "139-CTr/TU")}),
    (f"Sơ kết {NQ}; tổng kết {CTR}.", {("SELF", "reviews", "18-NQ/TW"), ("SELF", "reviews", "139-CTr/TU")}),
    (f"Báo cáo kết quả thực hiện {NQ}.", {("SELF", "reviews", "18-NQ/TW")}),
    (f"Đánh giá giữa nhiệm kỳ thực hiện {NQ}.", {("SELF", "reviews", "18-NQ/TW")}),
    ("Báo cáo số 5-BC/HU về tổng kết 10 năm thực hiện Nghị quyết số 18-NQ/TW.", {("5-BC/HU", "reviews", "18-NQ/TW")}),
    (f"Tổng kết {NQ} gắn với tổng kết Chỉ thị số 35-CT/TW.", {("SELF", "reviews", "18-NQ/TW"), ("SELF", "reviews", "35-CT/TW"), ("18-NQ/TW", "linked_with", "35-CT/TW")}),
    # inspection
    (f"Kiểm tra việc thực hiện {NQ}.", {("SELF", "inspects", "18-NQ/TW")}),
    (f"Giám sát Đảng ủy xã về việc lãnh đạo, chỉ đạo, triển khai, thực hiện {NQ}.", {("SELF", "inspects", "18-NQ/TW")}),
    (f"Giám sát chuyên đề về tình hình triển khai thực hiện {NQ}.", {("SELF", "inspects", "18-NQ/TW")}),
    (f"Kiểm tra việc chấp hành {NQ}; việc thực hiện {CTR}.", {("SELF", "inspects", "18-NQ/TW"), ("SELF", "inspects", "139-CTr/TU")}),
    (f"Ủy ban Kiểm tra Huyện ủy tổ chức thực hiện {NQ}.", {("SELF", "pursuant_to", "18-NQ/TW")}),
    ("Đoàn kiểm tra thực hiện nhiệm vụ theo quy định tại Nghị định số 217/2025/NĐ-CP.", {("SELF", "pursuant_to", "217/2025/NĐ-CP")}),
]  # fmt: skip

LEGISLATIVE = [
    ("Nghị định số 5/2025/NĐ-CP sửa đổi, bổ sung một số điều của Nghị định số 8/2022/NĐ-CP.", {("5/2025/NĐ-CP", "amends", "8/2022/NĐ-CP")}),
    ("Nghị định số 5/2025/NĐ-CP ngày 06/01/2025 của Chính phủ về sửa đổi, bổ sung một số điều của Nghị định số 8/2022/NĐ-CP.", {("5/2025/NĐ-CP", "amends", "8/2022/NĐ-CP")}),
    ("Sửa đổi, bổ sung, bãi bỏ một số điểm, khoản, điều của Luật Giao dịch điện tử số 20/2023/QH15.", {("SELF", "amends", "20/2023/QH15")}),
    ("Sửa đổi khoản 2 Điều 5 Thông tư số 7/2016/TT-BYT.", {("SELF", "amends", "7/2016/TT-BYT")}),
    ("Nghị định số 8/2022/NĐ-CP được sửa đổi, bổ sung bởi Nghị định số 5/2025/NĐ-CP.", {("5/2025/NĐ-CP", "amends", "8/2022/NĐ-CP")}),
    ("Nghị định số 8/2022/NĐ-CP (được sửa đổi, bổ sung tại Nghị định số 5/2025/NĐ-CP).", {("5/2025/NĐ-CP", "amends", "8/2022/NĐ-CP")}),
    ("Nghị định số 8/2022/NĐ-CP ngày 10/01/2022 của Chính phủ về chính sách đối với cán bộ, công chức trong thực hiện sắp xếp tổ chức bộ máy của hệ thống chính trị đã được sửa đổi, bổ sung một số điều theo Nghị định số 5/2025/NĐ-CP.", {("5/2025/NĐ-CP", "amends", "8/2022/NĐ-CP")}),
    ("Luật Đất đai số 31/2024/QH15 được sửa đổi bởi Luật số 43/2024/QH15, Luật số 47/2024/QH15 và Luật số 58/2024/QH15.", {("43/2024/QH15", "amends", "31/2024/QH15"), ("47/2024/QH15", "amends", "31/2024/QH15"), ("58/2024/QH15", "amends", "31/2024/QH15")}),
    ("Nghị định số 19/2011/NĐ-CP quy định chi tiết một số điều của Luật Nuôi con nuôi được sửa đổi, bổ sung bởi Nghị định số 24/2019/NĐ-CP.", {("19/2011/NĐ-CP", "guides", "Luật Nuôi con nuôi"), ("24/2019/NĐ-CP", "amends", "19/2011/NĐ-CP")}),
    ("Luật Nuôi con nuôi được sửa đổi bởi Nghị định số 24/2019/NĐ-CP.", set()),
    ("Theo Luật Đấu thầu và Luật sửa đổi, bổ sung một số điều của Luật Đấu thầu.", {("SELF", "pursuant_to", "Luật Đấu thầu"), ("SELF", "pursuant_to", "Luật sửa đổi, bổ sung một số điều của Luật Đấu thầu"), ("Luật sửa đổi, bổ sung một số điều của Luật Đấu thầu", "amends", "Luật Đấu thầu")}),
    ("Quyết định này thay thế Quyết định số 65/2024/QĐ-UBND.", {("SELF", "replaces", "65/2024/QĐ-UBND")}),
    ("Quyết định này có hiệu lực kể từ ngày ký và thay thế Quyết định số 65/2024/QĐ-UBND ngày 05/12/2024 của UBND tỉnh.", {("SELF", "replaces", "65/2024/QĐ-UBND")}),
    ("Quyết định số 1/2020/QĐ-UBND thay thế Quyết định số 65/2014/QĐ-UBND.", {("1/2020/QĐ-UBND", "replaces", "65/2014/QĐ-UBND")}),
    ("Quyết định số 65/2014/QĐ-UBND được thay thế bởi Quyết định số 1/2020/QĐ-UBND.", {("1/2020/QĐ-UBND", "replaces", "65/2014/QĐ-UBND")}),
    ("Bãi bỏ Quyết định số 65/2014/QĐ-UBND.", {("SELF", "repeals", "65/2014/QĐ-UBND")}),
    ("Bãi bỏ toàn bộ Quyết định số 65/2014/QĐ-UBND và Quyết định số 66/2014/QĐ-UBND.", {("SELF", "repeals", "65/2014/QĐ-UBND"), ("SELF", "repeals", "66/2014/QĐ-UBND")}),
    ("Quyết định số 65/2014/QĐ-UBND bị bãi bỏ bởi Quyết định số 1/2020/QĐ-UBND.", {("1/2020/QĐ-UBND", "repeals", "65/2014/QĐ-UBND")}),
    ("Quyết định số 65/2014/QĐ-UBND hết hiệu lực kể từ ngày Quyết định này có hiệu lực.", {("SELF", "repeals", "65/2014/QĐ-UBND")}),
    ("Các văn bản sau đây hết hiệu lực:\na) Quyết định số 65/2014/QĐ-UBND;\nb) Quyết định số 66/2014/QĐ-UBND.", {("SELF", "repeals", "65/2014/QĐ-UBND"), ("SELF", "repeals", "66/2014/QĐ-UBND")}),
    ("Quyết định này thay thế các văn bản sau:\n- Quyết định số 65/2014/QĐ-UBND;\n- Quyết định số 66/2014/QĐ-UBND.", {("SELF", "replaces", "65/2014/QĐ-UBND"), ("SELF", "replaces", "66/2014/QĐ-UBND")}),
    ("Thông tư số 3/2025/TT-VPCP hướng dẫn thi hành một số nội dung của Nghị định số 118/2025/NĐ-CP.", {("3/2025/TT-VPCP", "guides", "118/2025/NĐ-CP")}),
    ("Nghị định số 113/2025/NĐ-CP ngày 03/6/2025 Chính phủ quy định chi tiết một số điều của Luật Lưu trữ.", {("113/2025/NĐ-CP", "guides", "Luật Lưu trữ")}),
    ("Nghị định này quy định chi tiết một số điều của Luật Lưu trữ.", {("SELF", "guides", "Luật Lưu trữ")}),
    ("Hướng dẫn số 31-HD/BTCTW hướng dẫn một số nội dung của Quy định số 22-QĐ/TW.", {("31-HD/BTCTW", "guides", "22-QĐ/TW")}),
    ("Nghị định số 8/2022/NĐ-CP quy định chi tiết Luật Đất đai và Nghị định số 5/2025/NĐ-CP sửa đổi Nghị định số 8/2022/NĐ-CP.", {("8/2022/NĐ-CP", "guides", "Luật Đất đai"), ("5/2025/NĐ-CP", "amends", "8/2022/NĐ-CP")}),
    ("Nhà đầu tư chấp hành các văn bản hướng dẫn Luật Đầu tư.", set()),
    ("Nghị định số 37/2019/NĐ-CP, Nghị định số 58/2023/NĐ-CP sửa đổi một số điều của Nghị định số 37/2019/NĐ-CP.", {("58/2023/NĐ-CP", "amends", "37/2019/NĐ-CP")}),
]  # fmt: skip

# What stands in a bracket, or is younger than what should carry it out, does not take the place of its neighbour.
BETWEEN = [
    ("Nghị quyết số 4/2016/NQ-HĐND (được sửa đổi bởi Nghị quyết số 7/2018/NQ-HĐND ngày 20/7/2018) để triển khai Luật Phí và lệ phí.", {("7/2018/NQ-HĐND", "amends", "4/2016/NQ-HĐND"), ("4/2016/NQ-HĐND", "implements", "Luật Phí và lệ phí")}),
    ("Thực hiện Kết luận số 21-KL/TW ngày 24/01/2020 về tổng kết Nghị quyết số 18-NQ/TW và Kết luận số 26-KL/TW ngày 14/02/2020.", {("SELF", "pursuant_to", "21-KL/TW"), ("21-KL/TW", "reviews", "18-NQ/TW"), ("SELF", "pursuant_to", "26-KL/TW")}),
    ("Huyện ủy cụ thể hóa Nghị quyết số 5-NQ/TU bằng Kế hoạch số 12-KH/HU.", {("12-KH/HU", "concretizes", "5-NQ/TU")}),
    ("Các cấp ủy gắn việc thực hiện Chỉ thị số 5-CT/TW với thực hiện Quy định số 8-QĐ/TW.", {("SELF", "pursuant_to", "5-CT/TW"), ("5-CT/TW", "linked_with", "8-QĐ/TW"), ("SELF", "pursuant_to", "8-QĐ/TW")}),
    ("Căn cứ Nghị quyết này và Đề án số 3-ĐA/TU, các xã lập kế hoạch.", {("SELF", "based_on", "3-ĐA/TU")}),
    ("Nghị quyết số 10-NQ/TU ngày 02/3/2016. Nghị quyết này thay thế Nghị quyết số 3-NQ/TU.", {("10-NQ/TU", "replaces", "3-NQ/TU")}),
    ("Nghị quyết số 10-NQ/TU và Nghị quyết số 11-NQ/TU. Nghị quyết này thay thế Chỉ thị số 3-CT/TU.", set()),
]  # fmt: skip

NOT_FACTS = [
    (f"Ban Thường vụ Huyện ủy chưa ban hành kế hoạch thực hiện {NQ}.", Modality.NEGATED),
    (f"Đảng ủy xã không xây dựng kế hoạch thực hiện {NQ}.", Modality.NEGATED),
    (f"Một số nơi chậm ban hành chương trình hành động thực hiện {NQ}.", Modality.NEGATED),
    (f"Quý sau sẽ ban hành kế hoạch thực hiện {NQ}.", Modality.INTENDED),
    (f"Dự kiến ban hành kế hoạch thực hiện {NQ}.", Modality.INTENDED),
    (f"Ban Thường vụ đang xây dựng kế hoạch thực hiện {NQ}.", Modality.INTENDED),
    ("Tham mưu Ủy ban nhân dân tỉnh sửa đổi, bổ sung hoặc thay thế Quyết định số 15/2021/QĐ-UBND.", Modality.INTENDED),
    ("2.2. Kiến nghị thực thi\n\nSửa đổi Điều 5 Nghị định số 133/2025/NĐ-CP.", Modality.INTENDED),
    (f"Đã ban hành kế hoạch thực hiện {NQ}.", Modality.ASSERTED),
    (f"Các xã chưa tổng kết {NQ}.", Modality.NEGATED),
    (f"Không thực hiện {NQ}.", Modality.NEGATED),
    (f"Tạm dừng thực hiện {NQ}.", Modality.NEGATED),
    (f"Xã không có tội phạm ma túy theo tinh thần {NQ}.", Modality.ASSERTED),
    (f"Nơi chưa có quy chế thì áp dụng {NQ}.", Modality.ASSERTED),
    (f"Các việc chưa làm được thực hiện theo {NQ}.", Modality.ASSERTED),
    (f"Không chỉ thực hiện {NQ} mà còn làm tốt hơn.", Modality.ASSERTED),
    (f"Năm sau sẽ tiếp tục thực hiện {NQ}.", Modality.INTENDED),
    ("Giao Sở Tư pháp sửa đổi Quyết định số 15/2021/QĐ-UBND.", Modality.INTENDED),
    ("Đề nghị Chính phủ bãi bỏ Nghị định số 15/2021/NĐ-CP.", Modality.INTENDED),
    (f"{KH} sẽ thay thế Kế hoạch số 5-KH/HU.", Modality.INTENDED),
    (f"{KH} chưa cụ thể hóa {CTR}.", Modality.NEGATED),
    (f"Xã đã ban hành kế hoạch thực hiện {NQ} chưa?", Modality.QUESTIONED),
    ("Có cần thay thế Quyết định số 15/2021/QĐ-UBND hay không?", Modality.QUESTIONED),
    ("Xem xét có nên bãi bỏ Quyết định số 15/2021/QĐ-UBND.", Modality.INTENDED),
]


def _triples(extraction: Extraction) -> set[Triple]:
    return {_triple(s, extraction.mentions) for s in _between_documents(extraction) if s.modality is Modality.ASSERTED}


def _between_documents(extraction: Extraction) -> list[Statement]:
    return [s for s in extraction.statements if s.predicate in DOCUMENT_RELATIONS]


def _triple(statement: Statement, mentions: tuple[Mention, ...]) -> Triple:
    def name(index: int | None) -> str:
        assert index is not None
        if index == SELF:
            return "SELF"
        detail = mentions[index].detail
        return (detail.code if isinstance(detail, Citation) else None) or mentions[index].norm

    return name(statement.subject), statement.predicate.value, name(statement.object)


@pytest.mark.parametrize(("text", "expected"), [*CASCADE, *SELF_RELATIONS, *LEGISLATIVE, *BETWEEN])
def test_relations_of_a_sentence(read_text: Read, text: str, expected: set[Triple]) -> None:
    assert _triples(read_text(f"Nội dung như sau.\n\n{text}")) == expected


@pytest.mark.parametrize(("text", "modality"), NOT_FACTS)
def test_what_is_denied_or_intended_is_no_fact(read_text: Read, text: str, modality: Modality) -> None:
    statements = _between_documents(read_text(f"Nội dung như sau.\n\n{text}"))
    assert [s.modality for s in statements] == [modality] * len(statements)
    assert statements


@pytest.mark.parametrize(
    ("title", "relation"),
    [
        ("thực hiện Nghị quyết số 18-NQ/TW ngày 16/6/2022", "implements"),
        ("TRIỂN KHAI THỰC HIỆN NGHỊ QUYẾT SỐ 18-NQ/TW NGÀY 16/6/2022", "implements"),
        ("tiếp tục thực hiện Nghị quyết số 18-NQ/TW ngày 16/6/2022", "continues"),
        ("để cụ thể hóa thực hiện Nghị quyết số 18-NQ/TW ngày 16/6/2022", "concretizes"),
        ("sơ kết 03 năm thực hiện Nghị quyết số 18-NQ/TW ngày 16/6/2022", "reviews"),
        ("Sửa đổi, bổ sung một số điều của Nghị quyết số 18-NQ/TW ngày 16/6/2022", "amends"),
    ],
)
def test_the_title_says_what_the_document_does(read_text: Read, title: str, relation: str) -> None:
    text = f"HUYỆN ỦY PHỤNG HIỆP\nSố 109-KH/HU\nKẾ HOẠCH\n{title}\n-----\nCác nhiệm vụ như sau."
    assert _triples(read_text(text)) == {("SELF", relation, "18-NQ/TW")}


def test_evidence_is_the_sentence(read_text: Read) -> None:
    broken = NQ.replace(" số", "\nsố")
    text = f"Câu đầu.\n\nCâu khác. {KH} về thực hiện {broken} trong năm 2023. Câu cuối."
    extraction = read_text(text)
    (statement,) = _between_documents(extraction)
    assert statement.evidence.quote == f"{KH} về thực hiện {broken} trong năm 2023."
    assert statement.evidence.span.of(text) == statement.evidence.quote
    assert statement.cue == "về thực hiện"


def test_confidence_is_built_of_named_features(read_text: Read) -> None:
    plain, shared = sorted(
        (s.evidence.confidence for s in _between_documents(read_text(f"Ban hành {KH} để cụ thể hóa {CTR} và {NQ}."))),
        reverse=True,
    )
    assert plain == 0.97
    assert shared == round(0.97 * 0.97, 4)


def test_a_document_that_carries_out_a_younger_one_is_doubtful(read_text: Read) -> None:
    text = "Kế hoạch số 5-KH/HU ngày 01/02/2020 về thực hiện Nghị quyết số 9-NQ/TU ngày 01/02/2021."
    (statement,) = _between_documents(read_text(text))
    assert statement.evidence.confidence == weigh(0.95, Feature.LATER_TAIL) < DEFAULT_MIN_CONFIDENCE


def test_the_sentence_of_a_short_form_is_the_evidence(read_text: Read) -> None:
    text = "Nghị quyết số 10-NQ/TU ngày 02/3/2016.\n\nCâu khác.\n\nNghị quyết đó thay thế Nghị quyết số 3-NQ/TU."
    (statement,) = _between_documents(read_text(text))
    assert statement.evidence.quote == "Nghị quyết đó thay thế Nghị quyết số 3-NQ/TU."


def test_a_cue_does_not_reach_through_the_whole_text(read_text: Read) -> None:
    codes = ", ".join(f"Nghị quyết số {number}-NQ/TW" for number in range(1, 400))
    reached = _between_documents(read_text(f"Nội dung.\n\nCăn cứ {codes}."))
    assert 20 < len(reached) < 200
