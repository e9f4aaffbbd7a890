"""Words for the states of coverage and for what has no number of days."""

from graph.cascade.delay_values import DelayGroup, DelayGrouping, Uncounted
from graph.cascade.delays import level_names
from graph.coverage.values import CellState

STATE_WORDS = {
    CellState.OWN: "có",
    CellState.CITED: "được dẫn",
    CellState.PERHAPS: "có thể",
    CellState.BODY: "cơ quan",
    CellState.ABOVE: "cấp trên",
    CellState.NO_PLAN: "không",
    CellState.NOTHING_KNOWN: "chưa biết",
    CellState.NOT_CONCERNED: "–",
}
"""One or two words for a narrow column."""

STATE_NAMES = {
    CellState.OWN: "có kế hoạch, có văn bản",
    CellState.CITED: "có kế hoạch, chỉ biết qua văn bản khác",
    CellState.PERHAPS: "có thể có kế hoạch, viện dẫn chưa rõ",
    CellState.BODY: "chỉ cơ quan, đoàn thể có kế hoạch",
    CellState.ABOVE: "chỉ qua cấp trên",
    CellState.NO_PLAN: "không thấy kế hoạch",
    CellState.NOTHING_KNOWN: "chưa biết gì về đơn vị",
    CellState.NOT_CONCERNED: "không áp dụng",
}
"""What to call a state in a sentence."""

STATE_MEANINGS = {
    CellState.OWN: "cấp ủy, HĐND hoặc UBND của đơn vị có văn bản thực hiện, và văn bản đó nằm trong đồ thị",
    CellState.CITED: "đơn vị có văn bản thực hiện, nhưng mới biết qua văn bản khác dẫn nó",
    CellState.PERHAPS: "văn bản của đơn vị dẫn một số hiệu chưa rõ là văn bản này hay văn bản khác",
    CellState.BODY: "chỉ ban, sở, phòng hoặc đoàn thể của đơn vị có văn bản thực hiện, chưa phải của cả đơn vị",
    CellState.ABOVE: "chưa thấy văn bản của đơn vị; đơn vị cấp trên có",
    CellState.NO_PLAN: "trong đồ thị có văn bản của đơn vị, nhưng không văn bản nào thực hiện",
    CellState.NOTHING_KNOWN: "trong đồ thị không có văn bản nào của đơn vị, nên không biết là có hay không",
    CellState.NOT_CONCERNED: "đơn vị không còn vào lúc đó, hoặc văn bản không dành cho đơn vị",
}
"""The legend."""

UNCOUNTED_WORDS = {
    Uncounted.NO_DATE: "không rõ ngày",
    Uncounted.NO_DAY: "chỉ rõ năm hoặc tháng",
    Uncounted.OPEN: "chưa rõ dẫn văn bản nào",
    Uncounted.BACKWARDS: "ngược thời gian, sai trong nguồn",
}
"""Why a step has no number of days."""

GROUP_HEADINGS = {
    DelayGrouping.DOCUMENT: "Văn bản được thực hiện",
    DelayGrouping.ISSUER: "Cơ quan ban hành văn bản thực hiện",
    DelayGrouping.LEVEL: "Từ cấp → đến cấp",
    DelayGrouping.PROVINCE: "Tỉnh, thành phố",
}
"""What to call the column of a group."""

QUARTILES_EXPLAINED = "Trung vị và tứ phân vị tính theo cách nội suy, gồm cả hai đầu."


def days(number: float) -> str:
    """A number of days as Vietnamese write it.

    >>> days(113.5)
    '113,5 ngày'
    """
    return f"{number_words(number)} ngày"


def number_words(number: float) -> str:
    """A number as Vietnamese write it, with two decimals at most."""
    return f"{number:,.2f}".rstrip("0").rstrip(".").translate(str.maketrans(",.", ".,"))


def group_name(group: DelayGroup, by: DelayGrouping) -> str:
    """What to call a group of delays."""
    if group.key is None:
        return "(không rõ)"
    if by is DelayGrouping.LEVEL:
        above, below = level_names(group.key)
        return f"{above.vietnamese} → {below.vietnamese}"
    return group.name
