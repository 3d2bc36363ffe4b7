#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""run-tests.py BUILD SANITIZED -- [WHAT...]

Runs the Meson tests of the plain build, then the suites worth repeating under the sanitizers, and
counts single TAP cases over both. The last line is "N passed, N failed[, N skipped]".
"""
import fnmatch
import json
import os
import re
import subprocess
import sys

# Suites that the sanitized build runs; with ANS_SANITIZE=all it runs everything that it has.
SANITIZED_SUITES = {'unit', 'cli', 'fuzz'}
# Killed processes have nothing to say to a sanitizer: a hundred of them are for “all” only.
NOT_SANITIZED = {'kill'}
# Suites that ./dev test leaves to ./dev bench.
LEFT_OUT = {'perf'}
CASE = re.compile(r'^\s*(ok|not ok)\b(?:\s+\d+)?(.*)$')
DIRECTIVE = re.compile(r'#\s*(skip|todo)\b\S*\s*(.*)', re.I)
PLAN = re.compile(r'^1\.\.(\d+)\s*(?:#\s*skip\S*\s*(.*))?$', re.I)


def tests_of(build):
    """The tests of a configured build: dicts with name and suites (without the project's name)."""
    out = subprocess.run(['meson', 'introspect', '--tests', build], check=True,
                         stdout=subprocess.PIPE, text=True).stdout
    return [{'name': t['name'], 'suites': {s.split(':', 1)[-1] for s in t['suite']}}
            for t in json.loads(out)]


def wanted(test, what):
    """Is the test asked for: all of WHAT are names, parts of names or suites, any may match."""
    if not what:
        return True
    return any(w in test['suites'] or w in test['name'] or fnmatch.fnmatch(test['name'], w)
               for w in what)


def count(record):
    """(passed, failed, skipped, remarks) of one line of testlog.json."""
    passed = failed = skipped = 0
    remarks = []
    planned = None
    explaining = 0
    lines = record.get('stdout', '').splitlines()
    is_tap = any(PLAN.match(line) for line in lines)
    for line in lines if is_tap else []:
        plan = PLAN.match(line)
        if plan:
            planned = int(plan.group(1))
            if planned == 0:
                skipped += 1
                remarks.append('skipped: ' + (plan.group(2) or 'no reason given'))
            continue
        # nested results belong to a subtest, whose own line stands at the margin
        case = CASE.match(line) if not line[:1].isspace() else None
        if not case:
            # what a test says of its failure stands behind the line
            if explaining > 0 and line.startswith(('# ', 'Bail out! ')):
                remarks.append('    ' + line)
                explaining -= 1
            continue
        explaining = 0
        directive = DIRECTIVE.search(case.group(2))
        if directive:
            skipped += 1
            remarks.append('skipped: ' + case.group(2).strip())
        elif case.group(1) == 'ok':
            passed += 1
        else:
            failed += 1
            remarks.append('failed: ' + case.group(2).strip())
            explaining = 10
    if is_tap and planned is not None and planned > passed + failed + skipped:
        lost = planned - passed - failed - skipped
        failed += lost
        remarks.append('%d of %d cases did not run' % (lost, planned))
    result = record['result']
    bad = result not in ('OK', 'SKIP', 'EXPECTEDFAIL')
    if is_tap:
        if bad and failed == 0:
            failed += 1
            remarks.append('all its cases passed, but it ended with: %s' % result.lower())
    elif result == 'SKIP':
        skipped += 1
        remarks.append('skipped')
    else:
        passed += not bad
        failed += bad
    if bad and not remarks:
        remarks.append(result.lower())
    return passed, failed, skipped, remarks


def run(build, tests, title, multiplier):
    """Runs the tests; the totals and what is worth repeating at the end."""
    print('\n== %s: %d tests' % (title, len(tests)), flush=True)
    log = os.path.join(build, 'meson-logs', 'testlog.json')
    if os.path.exists(log):
        os.remove(log)
    command = ['meson', 'test', '-C', build, '--no-rebuild', '--print-errorlogs',
               '--timeout-multiplier', str(multiplier)]
    if os.environ.get('ANS_TEST_JOBS'):
        command += ['--num-processes', os.environ['ANS_TEST_JOBS']]
    # the summary of Meson counts programs, ours counts cases: only the progress is shown
    summary = re.compile(r'^(Ok|Expected Fail|Fail|Unexpected Pass|Skipped|Timeout):\s|^ninja:|^Full log')
    # what libraries keep for good is not our leak
    environment = dict(os.environ)
    environment['LSAN_OPTIONS'] = 'print_suppressions=0:suppressions=' + os.path.join(
        os.path.dirname(os.path.abspath(__file__)), 'leak-suppress.txt')
    process = subprocess.Popen(command + sorted({t['name'] for t in tests}), text=True,
                               env=environment, errors='replace', stdout=subprocess.PIPE, stderr=subprocess.STDOUT)
    for line in process.stdout:
        if line.strip() and not summary.match(line):
            print(line.rstrip(), flush=True)
    status = process.wait()
    totals = [0, 0, 0]
    remarks = []
    seen = 0
    if os.path.exists(log):
        with open(log, encoding='utf-8', errors='replace') as file:
            for line in file:
                record = json.loads(line)
                seen += 1
                passed, failed, skipped, notes = count(record)
                totals = [totals[0] + passed, totals[1] + failed, totals[2] + skipped]
                remarks += ['%s: %s' % (record['name'].split(':', 1)[-1], note) for note in notes]
    if seen < len(tests):
        totals[1] += len(tests) - seen
        remarks.append('%d tests left no result' % (len(tests) - seen))
    elif status != 0 and totals[1] == 0:
        totals[1] += 1
        remarks.append('meson test ended with status %d' % status)
    return totals, ['%s / %s' % (title, r) for r in remarks]


def main():
    cut = sys.argv.index('--')
    plain, *sanitized = sys.argv[1:cut]
    sanitized = sanitized[0] if sanitized else None
    what = sys.argv[cut + 1:]
    first = [t for t in tests_of(plain) if not t['suites'] & LEFT_OUT]
    names = {t['name'] for t in first}
    everywhere = os.environ.get('ANS_SANITIZE') == 'all'
    second = [t for t in (tests_of(sanitized) if sanitized else [])
              if not t['suites'] & LEFT_OUT and 'style' not in t['suites'] and
              (everywhere or t['name'] not in names or
               (t['suites'] & SANITIZED_SUITES and t['name'] not in NOT_SANITIZED))]
    everything = first + second
    first = [t for t in first if wanted(t, what)]
    second = [t for t in second if wanted(t, what)]
    totals = [0, 0, 0]
    remarks = []
    for w in what:
        if not any(wanted(t, [w]) for t in everything):
            totals[1] += 1
            remarks.append('no test or suite is called “%s”; there are the suites %s and the tests %s'
                           % (w, ', '.join(sorted(set().union(*[t['suites'] for t in everything]))),
                              ', '.join(sorted({t['name'] for t in everything}))))
    for build, tests, title, multiplier in ((plain, first, 'tests', 2),
                                            (sanitized, second, 'sanitizers', 5)):
        if tests:
            part, notes = run(build, tests, title, multiplier)
            totals = [a + b for a, b in zip(totals, part)]
            remarks += notes
    print()
    for remark in remarks:
        print(remark)
    last = '%d passed, %d failed' % (totals[0], totals[1])
    if totals[2]:
        last += ', %d skipped' % totals[2]
    print(last, flush=True)
    return 1 if totals[1] or not totals[0] else 0


if __name__ == '__main__':
    sys.exit(main())
