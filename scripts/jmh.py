"""Runs JMH benchmarks of this project and returns their scores; used by the bench_*.py scripts."""
import json
import os
import subprocess
import tempfile

ROOT = os.path.dirname(os.path.dirname(os.path.abspath(__file__)))


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


def run(pattern, *arguments):
    """Scores by (method, parameters) of the benchmarks whose class matches the pattern."""
    return {key: row["primaryMetric"]["score"] for key, row in rows(pattern, *arguments).items()}


def samples(pattern, *arguments):
    """All measured times by (method, parameters) of the single-shot benchmarks whose class matches the pattern."""
    return {key: row["primaryMetric"]["rawData"][0] for key, row in rows(pattern, *arguments).items()}


def rows(pattern, *arguments):
    """JMH's own result rows by (method, parameters)."""
    with tempfile.TemporaryDirectory() as folder:
        result = os.path.join(folder, "result.json")
        subprocess.run(["java", "-cp", classpath(), "org.openjdk.jmh.Main", pattern, "-rf", "json", "-rff", result, *arguments],
                       check=True, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        with open(result) as file:
            found = json.load(file)
    return {(row["benchmark"].rsplit(".", 1)[1], *row.get("params", {}).values()): row for row in found}
