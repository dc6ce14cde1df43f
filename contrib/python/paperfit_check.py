"""Checks papers with paperfit from a Python program, such as a submission system.

The program is started for each paper, without a shell, reads the paper from its
standard input, and is killed after a deadline.
"""

import json
import subprocess

JUDGED = {0: "passes", 1: "fails", 3: "could not be read or measured"}


class NotChecked(Exception):
    """The check failed, not the paper: try again, and tell the administrator."""


def check(paper, *options, program="paperfit", seconds=20):
    """Returns the report on a paper, given as bytes: files[0] of paperfit.report/1.

    Its "verdict" is "pass", "fail", "unknown" or "error"; "findings" say what to
    change. Options are those of "paperfit check", such as "--profile=osdi26".
    """
    command = [program, "check", "--format=json", "--no-timing", *options]
    command += [f"--timeout={max(1, int(seconds * 0.9))}s", "-"]
    try:
        run = subprocess.run(command, input=paper, capture_output=True, timeout=seconds)
    except (OSError, subprocess.TimeoutExpired) as why:
        raise NotChecked(str(why)) from why
    if run.returncode not in JUDGED:
        raise NotChecked(run.stderr.decode(errors="replace").strip())
    return json.loads(run.stdout)["files"][0]
