"""Runs JMH benchmarks of this project and returns their times; used by the bench_*.py scripts."""
import json
import os
import subprocess
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))

# A look instead of a measurement.
QUICK = ("-wi", "2", "-i", "2", "-w", "200ms", "-r", "200ms")


def classpath():
    """The test class path, asked of Maven once and kept in target/."""
    listing = os.path.join(ROOT, "target", "test-classpath.txt")
    pom = os.path.join(ROOT, "pom.xml")
    if not os.path.exists(listing) or os.path.getmtime(listing) < os.path.getmtime(pom):
        subprocess.run(["mvn", "-q", "-B", "test-compile", "dependency:build-classpath", "-Dmdep.includeScope=test",
                        "-Dmdep.outputFile=" + listing], cwd=ROOT, check=True, stdout=subprocess.DEVNULL)
    with open(listing) as file:
        jars = file.read().strip()
    return os.pathsep.join([os.path.join(ROOT, "target", "classes"), os.path.join(ROOT, "target", "test-classes"), jars])


def least(pattern, options, *arguments):
    """The least processor time of all iterations in ms by (method, parameters) of the benchmarks whose class matches the pattern."""
    return {key: min(time for fork in row["secondaryMetrics"]["processor"]["rawData"] for time in fork)
            for key, row in rows(pattern, options, "-prof", "org.motionlayers.ProcessorTime", *arguments).items()}


def rows(pattern, options, *arguments):
    """JMH's own result rows by (method, parameters)."""
    # processor time is what counts: another run beside this one does no harm
    command = ["java", "-Djmh.ignoreLock=true", "-cp", classpath(), "org.openjdk.jmh.Main", pattern, *(QUICK if options.quick else ()), *arguments]
    with tempfile.TemporaryDirectory() as folder:
        result = os.path.join(folder, "result.json")
        done = subprocess.run([*command, "-rf", "json", "-rff", result], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True)
        if done.returncode or not os.path.exists(result):
            raise SystemExit(f"{' '.join(command[4:])}: {done.stdout[-2000:]}")
        with open(result) as file:
            found = json.load(file)
    if not found:
        raise SystemExit(f"{pattern}: no benchmark ended without an error")
    return {(row["benchmark"].rsplit(".", 1)[1], *row.get("params", {}).values()): row for row in found}
