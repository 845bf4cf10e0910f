"""A facts file, gold or newsview's own, as ``records``."""

from __future__ import annotations

from tests.benchmarks.records import Context, Day, Found, JsonObject, Name, Quantity, Speech


def speech(quote: JsonObject, names: dict[str, str]) -> Speech:
    speaker = quote["speaker"]
    return Speech(
        content=[(part["start"], part["end"]) for part in quote["content"]],
        kind=quote["kind"],
        speaker=(speaker["start"], speaker["end"]) if speaker else None,
        person=names.get(speaker["entity"]) if speaker and speaker["entity"] else None,
        act=quote.get("act"),
        stance=quote.get("stance"),
        shown=quote.get("act", "speech") == "speech" and not quote.get("aside"),
    )


def quantity(number: JsonObject) -> Quantity:
    """The number with an age's unit written out ("aged 34") and none for "four times"."""
    unit = number["unit"]
    if number["kind"] == "age":
        unit = unit or "year"
    elif unit == "time":
        unit = None
    subject = number["subject"]
    # the two ends of a change are levels: "from 7,100" and "to 7,425" are that, whichever way it went
    level = number["trend_role"] if number["trend_role"] in {"from", "to"} else None
    context = Context(number["modifier"], level or number["trend"], subject["text"] if subject else None)
    return Quantity(number["start"], number["end"], number["kind"], number["value"], number["value_max"], unit, context)


def found(data: JsonObject) -> Found:
    """All facts of a facts file."""
    names = {entity["id"]: entity["name"] for entity in data["entities"]}
    return Found(
        names=[Name(m["start"], m["end"], e["type"], e["id"]) for e in data["entities"] for m in e["mentions"]],
        speech=[speech(quote, names) for quote in data["quotes"]],
        quantities=[quantity(number) for number in data["numbers"] if number["kind"] != "date"],
        # "now" and "for years" are hidden by default, and no program is asked for them
        days=[
            Day(n["start"], n["end"], n["iso"])
            for n in data["numbers"]
            if n["kind"] == "date" and (n["iso"] or not n.get("aside"))
        ],
    )
