"""Reading one source: from its bytes to mentions and statements with evidence.

>>> from extract import read_text
>>> result = read_text("Kế hoạch số 12-KH/HU ngày 03/4/2023 về thực hiện Chương trình số 30-CTr/TU.")
>>> [mention.norm for mention in result.mentions]
['Kế hoạch 12-KH/HU', 'Chương trình 30-CTr/TU']
>>> result.statements[0].predicate.value
'implements'
"""

from extract.reader import read, read_all, read_text
from ontology.extraction import Extraction

__all__ = ["Extraction", "read", "read_all", "read_text"]
