"""Numbers, names and words that look like a document and are none: nothing may be found in these texts."""

from collections.abc import Callable

import pytest

from ontology.mentions import Citation, Mention

Cite = Callable[[str], list[tuple[Mention, Citation]]]

NUMBERS = """
Điện thoại: 0293 3868 123
Số điện thoại liên hệ: 0293/3868123
điện thoại số 0912-345-678
Fax: 0293-3868-456
đường dây nóng 1900/9095
Hotline 024.3825-1234
số tài khoản 3713.0.1053412
tài khoản 1902/2021/55
mã số thuế 6300-123-456
mã hồ sơ 000.00.12.H30
căn cước số 093185001234
chứng minh nhân dân số 363636363
xe biển số 95A-123.45
biển kiểm soát 95C-012.34
tàu cá số hiệu CM-91234/TS
biển số 65-B1/234.56
thắng với tỷ số 3-1/2
tỷ số 2-0 nghiêng về
tỷ lệ 505/506 hộ
đạt 42/50 chỉ tiêu
có 15/15 xã đạt chuẩn
tỷ lệ 98,5/100
10/12 chi bộ
1/2 ngày làm việc
3/4 số hộ dân
đợt 1/2024
quý I/2024
quý IV/2023
tháng 9/2024
6 tháng/năm
ngày 16/6/2022
từ 01/01 đến 31/12/2023
ngày 01-02-2023
nhiệm kỳ 2020-2025
giai đoạn 2021 - 2025
năm học 2023-2024
khóa 2021/2026
24/7
24/24 giờ
07h30 - 11h30
8g00-11g30
lúc 13:30/17:00
kinh phí 1.234.567.890 đồng
tổng vốn 12,5 tỷ đồng/năm
giá 25.000đ/kg
lương 4.960.000 đồng/người/tháng
thu nhập 75 triệu đồng/người/năm
diện tích 4.803,5 ha
năng suất 7,2 tấn/ha
15.000 m2/hộ
mật độ 350 người/km2
tốc độ 100 km/h
công suất 500 m3/ngày
điện 220V/380V
đường rộng 3,5 m/7,0 m
nồng độ 5 mg/l
huyết áp 120/80 mmHg
thị lực 10/10
tầng 3/5
số nhà 12/4 đường Trần Hưng Đạo
số 50 Đào Duy Từ
số 15, đường 30/4
hẻm 7/2B
phòng số 201-A
phòng 3/B2
hội trường A-12/B
kiot 12-A/C
lô 5-B/7
dãy C-3/4
Quốc lộ 61C
đường tỉnh ĐT.927
QL61-QL1A
cầu số 3/2
kênh 500/9
trạm BTS-12/HG
""".strip().splitlines()

THINGS = """
sản phẩm A-12/B
sản phẩm TMC-20/H
máy cày MX-5/T
giống lúa OM-18/ST
giống lúa ST24/ST25
thuốc 5-FU/LV
phân NPK 20-20/15
mác thép CT-3/SS400
xi măng PCB40-TCVN
màn hình LED-55/4K
cấp độ 3/5 sao
đạt VietGAP
đạt GlobalGAP, HACCP, ISO 9001:2015
tiêu chuẩn ISO 22000:2018
TCVN 5687
TCVN 5687:2010
theo TCVN 11041-1/2017
QCVN 01-1:2018/BYT
QCVN 08-MT:2015/BTNMT
TCXDVN 33:2006
TCVN ISO 9001/QMS
theo Mẫu số 04/BCĐBQH-MT
theo Mẫu 01/ĐK-TH
mẫu số 04/BT-HT
biểu mẫu số 05/TH-XH
Biểu số 02/BC-TK
theo biểu 03/TH-KT
Phụ lục 01/DM-TTHC
Phụ lục số 02/DM-TTHC
Phụ lục II-A/B
ký hiệu 01/GTKT-3LL
mã số 11/TB-SX
thửa đất số 15/TD-BD
tờ bản đồ số 07/BD-DC
tờ bản đồ 131/2
lô số 12/A-KCN
Hợp đồng số 25/HĐ-XD
hợp đồng số 12/2023/HĐ-TV
Hợp đồng 05/HĐKT-2023
hóa đơn số 09/AB-22T
phiếu thu số 12/PT
giấy giới thiệu số 3
vé số 123456/XS
đề thi số 3/A
câu hỏi số 12/B
bài số 5-A/B
trang 12/20
trang web www.haugiang.gov.vn/tin-tuc/12-NQ
https://dichvucong.gov.vn/p/home/18-NQ/TW.html
email phongnv@haugiang.gov.vn
tệp bao-cao_2024/01-BC.docx
hệ điều hành iOS-16/Android
mạng 4G/5G
dịch COVID-19/SARS
vắc xin BNT162b2/Pfizer
HIV/AIDS
TP/KH
km 12+500/QL61
km12-km15/ĐT
""".strip().splitlines()

WORDS = """
các nghị quyết, kế hoạch của cấp trên
ban hành kế hoạch tổ chức lễ kỷ niệm
nghị quyết của chi bộ
theo quy định của pháp luật đất đai
thi hành kỷ luật lao động
quy luật giá trị
kỷ luật đảng
tuyên truyền pháp luật
luật pháp quốc tế
Trường Đại học Luật Hà Nội
Văn phòng luật sư
đoàn luật sư tỉnh
Đại hội Đảng bộ tỉnh lần thứ XIV
Hội nghị Trung ương bàn về
chương trình mục tiêu quốc gia
Chương trình số hóa dữ liệu
Kế hoạch số lượng lớn
báo cáo số liệu 6 tháng
thông báo số điểm
quyết định số phận
chỉ thị cho các đơn vị
Điều 5, khoản 2, điểm a
Điều 12 Quy chế này
Chương II, Mục 3
Phần thứ nhất
Tiêu chí số 17
tiêu chí 17.1
Nhóm 2/3
Tổ số 4
khu vực 3
ấp 5
xã số 1
Đội 12/B
Tiểu đoàn 1/Trung đoàn 2
Sư đoàn 330-QK9/BQP
Binh đoàn 12
Hội Nông dân Việt Nam
Bộ luật
Luật
Pháp lệnh
Nghị quyết này
Nghị quyết trên
bộ luật của tự nhiên
""".strip().splitlines()


@pytest.mark.parametrize("text", [*NUMBERS, *THINGS, *WORDS])
def test_no_citation(citations_of: Cite, text: str) -> None:
    assert [mention.norm for mention, _ in citations_of(f"Nội dung như sau: {text}.")] == []
    assert [mention.norm for mention, _ in citations_of(f"Ghi nhận {text} trong kỳ.")] == []


def test_there_are_enough_of_them() -> None:
    assert len({*NUMBERS, *THINGS, *WORDS}) >= 150
