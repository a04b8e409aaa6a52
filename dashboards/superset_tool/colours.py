"""The one colour language, given to everything that carries one of its names."""

from superset_tool.assets import Assets

# a band is drawn as four series of one name
_BAND = ("", "__yhat", "__yhat_lower", "__yhat_upper")


def resolved(colours: dict, value):
    """A chart's settings with `colour:<language>.<name>` replaced by the colour."""
    if isinstance(value, dict):
        return {name: resolved(colours, part) for name, part in value.items()}
    if isinstance(value, list):
        return [resolved(colours, part) for part in value]
    if isinstance(value, str) and value.startswith("colour:"):
        language, _, name = value.removeprefix("colour:").partition(".")
        return colours[language][name]
    return value


def label_colours(assets: Assets, groups: list[str]) -> dict[str, str]:
    """Colours by the words that charts show: sides, verdicts, periods of a side, groups."""
    colours = assets.colours
    labels = {**colours["side"], **colours["verdict"]}
    for dataset in assets.datasets.values():
        labels.update(
            (metric["metric_name"], colours["side"][metric["verbose_name"]])
            for metric in dataset.metrics
            if metric["verbose_name"] in colours["side"]
        )
    labels.update({f"{side} 最近学年": colour for side, colour in colours["side"].items()})
    labels.update({f"{side} 基准年": colour for side, colour in colours["side_before"].items()})
    for number, group in enumerate(groups):
        colour = colours["group"][number % len(colours["group"])]
        labels.update({group + part: colour for part in _BAND})
    return labels
