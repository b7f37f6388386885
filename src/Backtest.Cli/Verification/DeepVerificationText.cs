using System.Text.Json;
using System.Text.Json.Nodes;
using Backtest.Testing;

namespace Backtest.Cli.Verification;

/// <summary>Writes the result of a deep verification as text and as JSON.</summary>
internal static class DeepVerificationText
{
    /// <summary>
    /// Writes a line for each plugin, marked <c>?</c> if it could not be run, followed by the laws it breaks and those that could not be examined.
    /// </summary>
    public static void Write(TextWriter output, PackageReports found)
    {
        output.WriteLine($"{found.Package.Id} {found.Package.Version}");
        foreach (InputError problem in found.Problems)
            output.WriteLine($"  FAIL  {problem.ToString().ReplaceLineEndings("\n        ")}");
        foreach (ConformanceReport report in found.Reports)
            Write(output, report);
    }

    /// <summary>The result as JSON.</summary>
    public static JsonArray ToJson(IEnumerable<PackageReports> found) => [.. found.Select(Package)];

    private static void Write(TextWriter output, ConformanceReport report)
    {
        int held = report.Findings.Count(finding => finding.Verdict == ConformanceVerdict.Held);
        int open = report.Findings.Count(finding => finding.Verdict == ConformanceVerdict.NotExamined);
        bool hasRun = held > 0 && !report.Findings.Any(finding => finding is { Law: LawNames.Runs, Verdict: ConformanceVerdict.NotExamined });
        string word = report.Broken.Count > 0 ? "FAIL" : hasRun ? "ok  " : "?   ";
        string unexamined = open == 0 ? "" : string.Create(System.Globalization.CultureInfo.InvariantCulture, $", {open} not examined");
        output.WriteLine(
            $"  {word}  {report.Kind.Id} {report.Id}: {Count(held, "held")}, {Count(report.Broken.Count, "broken")}{unexamined}");
        foreach (IGrouping<string, ConformanceFinding> group in report.Findings
            .Where(finding => !finding.Passed)
            .GroupBy(finding => finding.Verdict == ConformanceVerdict.Broken ? finding.Law : finding.Detail))
        {
            ConformanceFinding first = group.First();
            string laws = string.Join(", ", group.Select(finding => finding.Law));
            output.WriteLine(first.Verdict == ConformanceVerdict.Broken
                ? $"        {laws}: {first.Detail}"
                : $"        not examined ({laws}): {first.Detail}");
            if (first.Fix is not null)
                output.WriteLine($"          {first.Fix}");
        }
    }

    private static string Count(int laws, string verdict) =>
        string.Create(System.Globalization.CultureInfo.InvariantCulture, $"{laws} {(laws == 1 ? "law" : "laws")} {verdict}");

    private static JsonObject Package(PackageReports found) => new()
    {
        ["package"] = found.Package.Id,
        ["version"] = found.Package.Version,
        ["well"] = found.IsWell,
        ["problems"] = new JsonArray([.. found.Problems.Select(problem => JsonValue.Create(problem.ToString()))]),
        ["plugins"] = new JsonArray([.. found.Reports.Select(Plugin)]),
    };

    private static JsonObject Plugin(ConformanceReport report) => new()
    {
        ["kind"] = report.Kind.Id,
        ["id"] = report.Id,
        ["findings"] = new JsonArray(
        [
            .. report.Findings.Select(finding => new JsonObject
            {
                ["law"] = finding.Law,
                ["verdict"] = JsonNamingPolicy.CamelCase.ConvertName(finding.Verdict.ToString()),
                ["detail"] = finding.Detail,
                ["fix"] = finding.Fix,
            }),
        ]),
    };
}
