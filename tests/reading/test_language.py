"""Language detection."""

from __future__ import annotations

import pytest

from newsview.reading.language import language


@pytest.mark.parametrize(("code", "text"), [
    ("en", "The council of Springfield voted late on Monday to close the old harbour bridge for at least two years."),
    ("en", "He said that she was not there, and that it was late."),
    ("de", "Der Rat der Stadt hat am Montag beschlossen, die alte Brücke für mindestens zwei Jahre zu schließen, und das ist nicht gut."),
    ("fr", "Le conseil de la ville a décidé lundi de fermer le vieux pont pour au moins deux ans, et les habitants ne sont pas contents."),
    ("es", "El consejo de la ciudad decidió el lunes cerrar el viejo puente por al menos dos años, y los vecinos no están contentos con la medida."),
    ("it", "Il consiglio della città ha deciso lunedì di chiudere il vecchio ponte per almeno due anni, e gli abitanti non sono contenti."),
    ("nl", "De raad van de stad heeft maandag besloten om de oude brug voor ten minste twee jaar te sluiten, en dat is niet goed."),
    ("ru", "Совет города решил в понедельник закрыть старый мост на два года."),
    ("zh", "市议会星期一决定关闭旧桥至少两年。"),
    ("ja", "市議会は月曜日に古い橋を少なくとも二年間閉鎖することを決めた。"),
    ("ar", "قرر مجلس المدينة يوم الاثنين إغلاق الجسر القديم لمدة عامين على الأقل"),
    (None, "Springfield 3 Shelbyville 1 Ogdenville 0 Brockway 2"),
    (None, "a width as high as 352 mm"),
    (None, "1 2 3"),
    (None, ""),
])  # fmt: skip
def test_language(code: str | None, text: str) -> None:
    assert language(text) == code
