"""Every command with its help text and its examples; ``docs/cli.md`` and the tests are held against this list.

A module of commands may bring a tuple ``ENTRIES`` of its own, which then stands here as ``*module.ENTRIES``.
"""

from ui.cli import (
    application,
    carrying,
    deciding,
    demo,
    evaluating,
    exporting,
    gaps,
    making,
    places,
    proposing,
    querying,
    reading,
    reporting,
    serving,
    surveying,
)
from ui.cli.command_entry import CommandEntry

PROGRAM_HELP = """
Đọc một thư mục văn bản của Đảng và Nhà nước, dựng thành đồ thị cho thấy một nghị quyết được cụ thể hóa,
triển khai qua các cấp ra sao; mỗi câu trả lời kèm câu văn gốc. Chạy trên máy này, không cần mạng.

Kết quả in ra đầu ra chuẩn; thông báo và lỗi in ra đầu ra lỗi. Mã kết thúc: 0 tốt; 1 có tệp không dùng được
(các tệp khác vẫn được dùng); 2 gõ sai, không có văn bản đó hoặc không có đồ thị.
"""

NEO4J_HELP = "Làm việc với máy chủ Neo4j."
LEDGER_HELP = "Ghi, rút lại và xem những gì người đã quyết định về đồ thị."


COMMANDS = (
    CommandEntry(
        "demo",
        demo.demo,
        """
        Dựng đồ thị từ bộ văn bản mẫu và cho xem một nghị quyết được triển khai thế nào.
        Bắt đầu từ đây nếu bạn mới dùng lần đầu.
        """,
        ("cuthehoa demo", "cuthehoa demo --ui"),
    ),
    CommandEntry(
        "build",
        making.build,
        """
        Dựng đồ thị từ các văn bản, hoặc cập nhật đồ thị đã có.

        Tệp không đổi thì không đọc lại; tệp không còn thì rời khỏi đồ thị (trừ khi có --keep-missing). Đồ thị cũ vẫn
        dùng được cho đến khi đồ thị mới dựng xong; dừng giữa chừng không làm hỏng gì.
        """,
        ("cuthehoa build examples/documents", "cuthehoa build examples/documents --jobs 2 --graph cuthehoa-graph"),
    ),
    CommandEntry(
        "extract",
        making.extract,
        """
        In những gì đọc được từ từng văn bản, mỗi văn bản một dòng JSON, theo thứ tự đường dẫn.
        Không cần đồ thị và không thay đổi đồ thị.

        Với --html thì ghi trang xem bằng trình duyệt: văn bản có tên gọi tô màu, bên dưới là các quan hệ kèm câu văn.
        """,
        (
            "cuthehoa extract examples/documents",
            "cuthehoa extract examples/documents/tinh-hau-giang/139-CTr-TU_2022-11-09.txt --html 139-CTr-TU.html",
            "cuthehoa extract examples/documents --html trang-xem",
        ),
    ),
    CommandEntry(
        "evaluate",
        evaluating.evaluate,
        """
        Đo xem máy đọc đúng đến đâu, so với chú giải do người làm.

        In độ chính xác, độ bao phủ và F1 của từng nhãn, từng loại quan hệ; --errors cho xem từng chỗ khác nhau với câu
        văn. Không cần đồ thị và không thay đổi đồ thị.
        """,
        (
            "cuthehoa evaluate examples/gold --sources examples/documents",
            "cuthehoa evaluate examples/gold --sources examples/documents --errors",
        ),
    ),
    CommandEntry(
        "search",
        reading.search,
        """
        Tìm văn bản, cơ quan, địa danh, người, chương trình theo tên hoặc số, ký hiệu.
        Không phân biệt chữ hoa chữ thường, dấu thanh và đ/d.
        """,
        (
            "cuthehoa search 18-NQ/TW",
            'cuthehoa search "xa tan binh"',
            'cuthehoa search "nông thôn mới" --kind programme --limit 5',
        ),
    ),
    CommandEntry(
        "show",
        reading.show,
        """
        Cho xem một văn bản, cơ quan, địa danh, người hoặc chương trình, cùng mọi quan hệ và câu văn nói về quan hệ đó.
        """,
        ("cuthehoa show 18-NQ/TW --date 16/6/2022",),
    ),
    CommandEntry(
        "trace",
        reading.trace,
        """
        Vẽ cây triển khai của một văn bản: văn bản nào cụ thể hóa, thực hiện, tiếp tục thực hiện nó, qua từng cấp.

        Mỗi quan hệ kèm câu văn và chỗ của câu trong tệp. “có văn bản”: tệp của văn bản nằm trong đồ thị; “chỉ được
        dẫn”: mới biết qua văn bản khác. Nếu một mã chỉ nhiều văn bản, lệnh nêu các văn bản đó để chọn bằng --date.

        --level, --since, --until chọn văn bản cần thấy. Văn bản ở giữa vẫn nêu, ghi “trên đường đi”, vì mỗi bước trong
        cây phải có câu văn nói đúng bước đó. --as-of NGÀY cho thấy những gì đã có đến ngày ấy.
        """,
        (
            "cuthehoa trace 18-NQ/TW --date 2022-06-16",
            "cuthehoa trace 18-NQ/TW --date 2022-06-16 --level commune",
            "cuthehoa trace 18-NQ/TW --date 2022-06-16 --since 2023 --until 6/2023",
            "cuthehoa trace 18-NQ/TW --date 2022-06-16 --as-of 31/12/2022",
            "cuthehoa trace 18-NQ/TW --date 16/6/2022 --direction both --min-confidence 0",
            "cuthehoa trace 18-NQ/TW --date 16/6/2022 --relation implements --json",
        ),
    ),
    *places.ENTRIES,
    *gaps.ENTRIES,
    *surveying.ENTRIES,
    *reporting.ENTRIES,
    CommandEntry(
        "sparql",
        querying.sparql,
        """
        Hỏi đồ thị bằng SPARQL 1.1, chỉ đọc. Viết câu hỏi ngay trên dòng lệnh, để trong tệp (@TỆP), đưa qua đầu vào
        chuẩn (-), hoặc dùng một câu hỏi có sẵn (--name).
        """,
        (
            'cuthehoa sparql "PREFIX cth: <https://w3id.org/cuthehoa/ns#> '
            'SELECT ?ke_hoach ?nghi_quyet WHERE { ?ke_hoach cth:concretizes ?nghi_quyet } LIMIT 5"',
            "cuthehoa sparql --name cascade --param code=18-NQ/TW --param date=2022-06-16",
            "cuthehoa sparql --list",
        ),
    ),
    CommandEntry(
        "cypher",
        querying.cypher,
        """
        Hỏi đồ thị bằng Cypher, chỉ đọc. Viết câu hỏi ngay trên dòng lệnh, để trong tệp (@TỆP), đưa qua đầu vào
        chuẩn (-), hoặc dùng một câu hỏi có sẵn (--name).
        """,
        (
            'cuthehoa cypher "MATCH (a:Document)-[r:CONCRETIZES]->(b:Document) RETURN a.name, b.name LIMIT 5"',
            "cuthehoa cypher --name unplanned --csv",
            "cuthehoa cypher --list",
        ),
    ),
    *deciding.ENTRIES,
    *proposing.ENTRIES,
    CommandEntry(
        "ui",
        application.ui,
        """
        Mở ứng dụng trên trình duyệt của máy này (127.0.0.1). Nhấn Ctrl-C để dừng.
        """,
        ("cuthehoa ui", "cuthehoa ui --port 8601 --no-browser"),
    ),
    *serving.ENTRIES,
    CommandEntry(
        "export",
        exporting.export,
        """
        Ghi đồ thị ra tệp cho chương trình khác dùng.
        Tệp RDF được kiểm tra theo khuôn SHACL của từ vựng; chỗ sai khuôn được nêu rõ và lệnh kết thúc với mã 1.
        """,
        (
            "cuthehoa export ttl cuthehoa.ttl",
            "cuthehoa export nq cuthehoa.nq --plain",
            "cuthehoa export graphml cuthehoa.graphml",
        ),
    ),
    CommandEntry(
        "neo4j push",
        carrying.push,
        """
        Ghi đồ thị vào một máy chủ Neo4j; chạy lại không sinh bản trùng.
        Mật khẩu lấy từ biến môi trường NEO4J_PASSWORD, không bao giờ từ dòng lệnh.
        """,
        ("cuthehoa neo4j push --uri bolt://127.0.0.1:7687 --user neo4j --database neo4j",),
    ),
)

# In the order of the work: from documents to a graph, from questions to decisions, then to other programs.
SECTIONS = {
    "Dựng đồ thị": ("demo", "build"),
    "Tra cứu": ("search", "show", "trace", "programmes", "place"),
    "Nhìn cả đồ thị": ("coverage", "delays", "compare", "report"),
    "Việc cần người xem": ("missing", "open", "errors", "ledger"),
    "Đọc và đo từng văn bản, không cần đồ thị": ("extract", "evaluate"),
    "Ứng dụng, câu hỏi tự viết, chương trình khác": ("ui", "sparql", "cypher", "serve", "export", "neo4j"),
}
"""Headings of the list of commands, each with its commands."""

PROGRAM_EXAMPLES = (
    "cuthehoa demo",
    "cuthehoa build examples/documents",
    "cuthehoa trace 18-NQ/TW --date 16/6/2022",
)
