"""Downloads the papers of a venue from OpenReview, for "paperfit check --metadata".

usage: openreview_papers.py VENUE FOLDER

VENUE is the venue's ID, such as HotPaper.example/2027/Conference. The papers are
FOLDER/12.pdf and so on, by the numbers of the submissions; FOLDER/papers.json has
their titles and authors. A paper that is there already is not downloaded again unless
its submission was changed since. The client openreview-py must be installed; it reads
OPENREVIEW_USERNAME and OPENREVIEW_PASSWORD.
"""

import json
import os
import pathlib
import sys


def download(client, venue, folder):
    """Downloads the papers, and returns how many are new."""
    folder = pathlib.Path(folder)
    folder.mkdir(parents=True, exist_ok=True)
    papers, new = [], 0
    for note in client.get_all_notes(invitation=f"{venue}/-/Submission"):
        if "pdf" not in note.content or note.ddate:  # none yet, or deleted
            continue
        file = folder / f"{note.number}.pdf"
        changed = (note.mdate or note.tmdate or 0) / 1000
        if not file.exists() or file.stat().st_mtime < changed:
            part = file.with_suffix(".part")  # a run that is killed leaves no half of a paper
            part.write_bytes(client.get_pdf(note.id))
            part.replace(file)
            new += 1
        papers.append({"id": note.number, **{key: value(note, key) for key in ("title", "authors")}})
    (folder / "papers.json").write_text(json.dumps(papers, ensure_ascii=False, indent=1), encoding="utf-8")
    return new


def value(note, key):
    """Returns a field of a submission, None where the client may not see it."""
    return note.content.get(key, {}).get("value")


if __name__ == "__main__":
    if len(sys.argv) != 3:
        sys.exit(__doc__)
    import openreview

    address = os.environ.get("OPENREVIEW_BASEURL", "https://api2.openreview.net")
    print(download(openreview.api.OpenReviewClient(baseurl=address), *sys.argv[1:]), "papers are new")
