using Backtest.Configuration.Keys;
using Backtest.Engine;

namespace Backtest.Configuration.Sections;

/// <summary><c>output</c>: where results go.</summary>
internal static class OutputSection
{
    private static readonly Key<OutputConfig, string> Directory = new(
        "directory", Kinds.Text, output => output.Directory, "The folder run folders are made in, relative to the working directory.")
    {
        Default = "runs",
    };

    private static readonly Key<OutputConfig, bool> Tables = new(
        "tables", new ChoiceKind<bool>(("parquet", false), ("csv", true)), output => output.TablesAreCsv, "The format of the tables.");

    private static readonly Key<OutputConfig, bool> Report =
        new("report", Kinds.Boolean, output => output.Report, "Whether the HTML report is written.") { Default = true };

    /// <summary>The section.</summary>
    public static ValueKind<OutputConfig> Kind { get; } = new ObjectKind<OutputConfig>([Directory, Tables, Report], Build);

    private static OutputConfig Build(MapReader map) =>
        new() { Directory = map.Get(Directory), TablesAreCsv = map.Get(Tables), Report = map.Get(Report) };
}
