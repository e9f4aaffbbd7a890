"""Code-shaped strings of daily life, by kind: none of them is a document, however much it looks like one."""

from collections.abc import Callable

import pytest

from ontology.mentions import Citation, Mention

Cite = Callable[[str], list[tuple[Mention, Citation]]]

# kind → what such things look like in reports and decisions; one case a line
KINDS = {
    "telephone": """
ĐT: 0293/3868-VP
điện thoại số 0293/3868-VPUB
số máy 080/43162-VP
di động 0913/123-CA
fax số 0293/3868-VP
đường dây nóng số 1800/1091-BHXH
tổng đài 1900/9068-BHXH
""",
    "number plate": """
xe ô tô biển số 95A/012-KT
xe mô tô biển số 65-B1/23456
biển kiểm soát 95/KT-HG
biển kiểm soát số 95-KT/HG
xe BKS 95A/KC-01
tàu cá số đăng ký CM/91234-TS
tàu cá số 91234/TS-CM
phương tiện thủy số đăng ký 12/HG-ĐK
số khung 12/RL-HX
số máy 45/VMB-TH
""",
    "score and ratio": """
thắng 3-1/2
tỷ số 2-0/HT
đạt 505/506 phiếu
tỷ lệ 12/15 xã
kết quả 25/QH-26
hiệu số 12/TB-05
tỷ lệ bản đồ 1/2000
tỷ lệ 1/500-QH
bản đồ tỷ lệ 1/10.000
sức chứa 45/TH-60
""",
    "product": """
sản phẩm A-12/B
giống lúa số 5-OM/ST
giống mía số 12-ROC/VN
giống lúa ký hiệu 18-OM/CT
thuốc bảo vệ thực vật 25/WP-SC
phân bón 16/NPK-TE
máy bơm 15-HL/KW
máy cày 24-MTZ/BL
dây cáp 12/CU-XLPE
ống nhựa 90/PVC-HDPE
xi măng 40/PCB-HT
thép 16/CB-400V
đèn 55/LED-TV
""",
    "form": """
Mẫu số 04/BCĐBQH-MT
Mẫu số 01a/ĐK-KT
mẫu 02/NQ-ĐH
Mẫu số: 05/TTr-XP
mẫu phiếu số 12/PL-KS
biểu số 02/BC-TK
Biểu mẫu số 03/KH-TH
biểu tổng hợp số 04/TH-BC
phiếu số 01/PYK-HĐ
phiếu khảo sát số 02/KS-CCHC
phụ biểu số 05/TH-KP
phụ lục số 02/DM-TTHC
Phụ lục số: 03/KH-TH
bảng số 01/TH-SL
tờ khai số 01/ĐK-TCT
tờ khai mẫu 02/QTT-TNCN
sổ theo dõi số 01/SD-CB
""",
    "standard": """
tiêu chuẩn TCVN 5687/BXD-TC
TCVN 11041/BNN-TC
tiêu chuẩn quốc gia số 5687/TCVN-XD
QCVN 08/BTNMT-MT
quy chuẩn kỹ thuật QCVN 01/BYT-NS
quy chuẩn số 14/QCVN-MT
TCXDVN 33/BXD-KT
TCN 01/BNN-TT
tiêu chuẩn ngành số 10/TCN-NN
ISO 9001/QMS-TC
tiêu chuẩn ISO số 22000/FSMS-VN
tiêu chuẩn VietGAP số 12/VG-TT
chứng nhận GlobalGAP số 45/GG-VN
QCĐP số 01/HG-NS
TCCS 05/CT-SX
TCVN ISO 9001/HT-QL
""",
    "fraction": """
1/2 ngày
hai phần ba (2/3) số phiếu
quá 1/2-TV
đạt 3/4 chỉ tiêu
10/12 chi bộ
9/NTM-19 tiêu chí
""",
    "money": """
trị giá 1.500/USD-VN
số tiền 25.000/ĐVN-KG
giá 12.500/ĐG-HG
đơn giá 1.200/NC-CM
lãi suất 12/LS-NH
ngân sách 50-50/TW-ĐP
số tiền 15/TR-ĐVN
""",
    "area and measure": """
diện tích 120/HA-SX
diện tích 1.200/M2-ODT
chiều dài 12/KM-GT
công suất 500/KVA-HG
điện áp 22/KV-TBA
trạm biến áp 110/KV-PH
đường dây 22/KV-HG
tải trọng 10/TT-XE
""",
    "coordinate": """
tọa độ 105/X-VN2000
mốc giới số 12/M-GPMB
mốc tọa độ số 15/TĐ-BĐ
kinh tuyến trục 105/KT-VN
mốc địa giới hành chính số 05/ĐG-HC
mốc lộ giới số 12/LG-GT
cột mốc số 123/CM-BG
điểm khống chế 12/GPS-HG
""",
    "bank account": """
tài khoản số 3713/KBNN-PH
số tài khoản 1902/AGR-PH
tài khoản 7012/VBA-HG
chuyển khoản số 12/UNC-KB
ủy nhiệm chi số 15/UNC-KB
mã đơn vị quan hệ ngân sách 1104/DV-NS
""",
    "lot and plot": """
lô số 12/A-KCN
lô đất số 05/LK-KDC
lô 12/BT-KDC
thửa đất số 15/TD-BD
thửa số 12/TBĐ-05
tờ bản đồ số 07/BD-DC
mảnh trích đo số 12/TĐ-2023
mảnh trích đo địa chính số 05/MTĐ-CN
khu đất số 03/KĐ-TT
nền số 12/LK-TĐC
ô số 12/CX-QH
căn hộ số 12/A-CC
gói thầu số 05/XL-PH
gói thầu số 12/TB-YT
""",
    "contract": """
Hợp đồng số 25/HĐ-XD
hợp đồng kinh tế số 12/2023/HĐKT-TV
hợp đồng lao động số 05/HĐLĐ-UB
hợp đồng ủy thác số 12/HĐUT-CS
hợp đồng tín dụng số 45/HĐTD-NH
phụ lục hợp đồng số 01/PLHĐ-XD
thanh lý hợp đồng số 12/TLHĐ-XD
hợp đồng thuê đất số 12/HĐTĐ-UB
hợp đồng mua bán số 12-HĐ/MB
khế ước số 12/KU-QTD
""",
    "invoice": """
hóa đơn số 09/AB-22T
hoá đơn điện tử số 123/HD-DT
hóa đơn giá trị gia tăng số 12/GTKT-3LL
biên lai số 12/BL-TP
biên lai thu số 45-BL/LP
phiếu thu số 12/PT-KT
phiếu chi số 15/PC-KT
phiếu nhập kho số 12/PNK-VT
phiếu xuất kho số 12/PXK-VT
chứng từ số 12/CT-KT
chứng từ ghi sổ số 15/CTGS-KT
séc số 12/SC-NH
giấy rút dự toán số 12/RDT-KB
""",
    "licence": """
giấy phép số 12/GPXD-UB
giấy phép xây dựng số 15/GPXD-PH
giấy phép lái xe số 12/GPLX-HG
giấy phép kinh doanh số 64/ĐKKD-HG
giấy phép khai thác khoáng sản số 12/GP-KS
giấy chứng nhận số 12/GCN-ATTP
giấy chứng nhận quyền sử dụng đất số 12/CH-00123
giấy chứng nhận đăng ký kinh doanh số 64/ĐK-KD
giấy chứng nhận kiểm định số 15/KĐ-AT
chứng chỉ số 12/CC-TH
chứng chỉ hành nghề số 001/HG-CCHN
bằng tốt nghiệp số 12/TC-CT
văn bằng số 45/ĐH-CT
số hiệu bằng 12/BTN-THPT
thẻ đảng viên số 12/TĐV-HG
thẻ bảo hiểm y tế số 12/GD-4939
thẻ nhà báo số 12/TNB-HG
mã số thuế 6300/MST-HG
mã số 11/TB-SX
số đăng ký 12/ĐK-SP
đăng ký kinh doanh số 64/HKD-PH
chứng minh nhân dân số 12/CMND-HG
căn cước công dân số 12/CCCD-HG
hộ chiếu số 12/HC-VN
visa số 12/VS-VN
mã vùng trồng số 12/VT-HG
mã ngạch 13/CV-A1
""",
    "clause": """
Điều 5/QC-LV
khoản 2/Đ-12
điểm a/K-3
mục 3/PL-01
phần 2/CT-KH
chương 3/QĐ-NS
tiêu chí số 17/NTM-XA
chỉ tiêu số 12/KT-XH
nội dung số 05/TH-CT
nội dung thành phần số 02/NTM-CT
câu hỏi số 12/TN-KT
hồ sơ số 12/TTHC-MC
mã hồ sơ 000/H30-MC
quyển số 01/SCT-CK
số chứng thực 12/SCT-BS
trang số 12/TS-LL
""",
    "street number": """
nhà số 12/3 đường Hùng Vương
số nhà 12/4A-KDC
số nhà 15/TĐ-KV3
12/3 đường Trần Hưng Đạo
hẻm số 12/KV-5
đường số 12/KDC-TM
tuyến đường số 05/GTNT-XA
đường D5-KCN/N2
phòng số 12/A-TTHC
phòng họp số 2/UB-PH
ấp 5/TB-PH
tổ 12/KV-3
kênh số 12/TL-PH
cống số 05/TL-HH
cầu số 12/QL-61
cây số 12/QL-61
""",
    "medicine": """
bệnh án số 12/BA-NT
số lưu trữ 12/BV-PH
mã bệnh J18/ICD-10
toa thuốc số 12/ĐT-NT
phác đồ 12/PĐ-BYT
mẫu xét nghiệm số 12/XN-HIV
mã bệnh nhân 12/BN-TT
vắc xin lô số 12/VX-CV
số lô 12/SX-23
số kiểm soát 12/KS-TY
""",
    "vehicle and unit": """
Tiểu đoàn 1/TĐ-BB
Trung đoàn 114/BCH-HG
Sư đoàn 330/QK-9
Đại đội 12/BB-PH
Tổ số 12/TNV-AN
Đội số 3/QLTT-HG
chốt số 12/KS-CV
trạm số 05/BT-SCT
nhóm 12/HTX-TB
cụm số 3/TĐ-KT
khối thi đua số 5/KTĐ-HG
khu vực bỏ phiếu số 12/BP-PH
đơn vị bầu cử số 05/BC-HĐ
tổ bầu cử số 03/BC-XA
""",
    "time": """
ngày 12/TL-AL
tháng 9/TĐ-2024
quý 3/KH-2024
khóa 12/ĐT-BD
lớp số 12/TC-LLCT
lớp bồi dưỡng số 05/BD-ĐV
kỳ họp số 5/HĐ-K9
đợt 2/TQ-2024
lúc 14/GIO-30
năm học số 12/NH-GD
tuần 12/LV-VP
thứ 2/CT-TUẦN
""",
}  # fmt: skip


def _cases() -> list[tuple[str, str]]:
    return [(kind, line) for kind, lines in KINDS.items() for line in lines.strip().splitlines()]


@pytest.mark.parametrize(("kind", "text"), _cases())
def test_no_citation_of_any_kind(citations_of: Cite, kind: str, text: str) -> None:
    assert [mention.text for mention, _ in citations_of(f"Kết quả như sau: {text}.")] == [], kind
    assert [mention.text for mention, _ in citations_of(f"Trong kỳ đã ghi nhận {text} theo báo cáo.")] == [], kind


def test_there_are_two_hundred_cases_of_every_kind() -> None:
    assert len(_cases()) == len(set(_cases())) >= 200
    assert len(KINDS) >= 18
