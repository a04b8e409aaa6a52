"""Memberships out of monthly snapshots, plainly: what DATASETS says of England, school by school, with nothing of the warehouse.

usage: plain_memberships.py FOLDER
FOLDER/arrivals.csv: at,what,file,submitter,as_of in order of time; what is received or withdrawn.
FOLDER/<file>: kind,group,school,joined_on. Kinds other than alliance are exclusive: one group a school.
Prints one line a span and period in which it was known: kind group school joined left known_from known_to approximate_before.
"""

import csv
import sys
from collections import defaultdict

SHARED = {"alliance"}


def runs_of(kind, seen):
    """The uninterrupted memberships of one school: [group, joined, last day seen]; seen is {day: {group: joined}} over all days."""
    days = sorted(seen)
    runs = []
    for place, day in enumerate(days):
        for group, joined in seen[day].items():
            for run in runs:
                if run["group"] == group and run["last"] == place - 1:
                    run["last"] = place
                    run["joined"] = joined
                    break
            else:
                runs.append({"group": group, "joined": joined, "first": place, "last": place})
    runs.sort(key=lambda run: (run["first"], run["group"]))
    return days, runs


def spans_of(kind, seen):
    """The memberships that the snapshots of all days together give: (group, joined, left), left empty while open."""
    days, runs = runs_of(kind, seen)

    def again(run):
        """The run that shows that this one never ended."""
        left = left_of(run)
        later = [
            other
            for other in runs
            if other["group"] == run["group"] and other["first"] > run["last"] and left and other["joined"] < left
        ]
        return min(later, key=lambda other: other["joined"], default=None)

    def left_of(run):
        missed = run["last"] + 1
        if missed == len(days):
            return ""
        if kind not in SHARED:
            for other in runs:
                if other["first"] == missed:
                    there = again(other) or other
                    left = left_of(there)
                    # it never was in the other group: what counts is when it came to the one after it
                    return left if left and left <= there["joined"] else there["joined"]
        return days[missed]

    spans = []
    for run in runs:
        left = left_of(run)
        never_was = left and left <= run["joined"]
        if not never_was and again(run) is None:
            spans.append((run["group"], run["joined"], left))
    return spans


def main(folder):
    with open(folder + "/arrivals.csv", encoding="utf-8") as lines:
        arrivals = list(csv.DictReader(lines))
    content = {}
    for arrival in arrivals:
        with open(folder + "/" + arrival["file"], encoding="utf-8") as lines:
            content[arrival["file"]] = list(csv.DictReader(lines))
    schools = defaultdict(set)
    for arrival in arrivals:
        for row in content[arrival["file"]]:
            schools[arrival["submitter"]].add((row["kind"], row["school"]))

    standing = defaultdict(lambda: defaultdict(list))  # submitter, day -> files that count, the last one wins
    known = {}  # span -> since when
    told = []
    for arrival in arrivals:
        at, submitter = arrival["at"], arrival["submitter"]
        files = standing[submitter][arrival["as_of"]]
        if arrival["what"] == "received":
            files.append(arrival["file"])
        else:
            files.remove(arrival["file"])
        days = {day: of[-1] for day, of in standing[submitter].items() if of}
        first = min(days, default="")
        seen = defaultdict(lambda: {day: {} for day in days})
        for day, file in days.items():
            for row in content[file]:
                seen[row["kind"], row["school"]][day][row["group"]] = row["joined_on"]
        now = set()
        for kind, school in schools[submitter]:
            if (kind, school) in seen:
                for group, joined, left in spans_of(kind, seen[kind, school]):
                    now.add((submitter, kind, group, school, joined, left, first if joined < first else ""))
        for span in [span for span in known if span[0] == submitter and span not in now]:
            told.append((span, known.pop(span), at))
        for span in now:
            known.setdefault(span, at)
    told += [(span, since, "") for span, since in known.items()]
    for span, since, until in told:
        _, kind, group, school, joined, left, before = span
        print(kind, group, school, joined, left or "-", since, until or "-", before or "-")


main(sys.argv[1])
