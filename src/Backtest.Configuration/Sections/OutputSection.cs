using Backtest.Configuration.Keys;
using Backtest.Engine;

namespace Backtest.Configuration.Sections;

/// <summary><c>output</c>: where results go.</summary>
internal static class OutputSection
{
    private static readonly Key<OutputConfig, string> Directory = new(
        "directory", Kinds.Text, output => output.Directory, "The folder in which run folders are created, relative to the working directory.")
    {
        Default = "runs",
    };

    private static readonly Key<OutputConfig, TableFormat> Tables = new(
        "tables",
        new ChoiceKind<TableFormat>(("parquet", TableFormat.Parquet), ("csv", TableFormat.Csv), ("none", TableFormat.None)),
        output => output.Tables,
        "The format of the tables; none writes no tables.");

    private static readonly Key<OutputConfig, EquityFrequency> Equity = new(
        "equity",
        new ChoiceKind<EquityFrequency>(("every_turn", EquityFrequency.EveryTurn), ("daily", EquityFrequency.Daily)),
        output => output.Equity,
        "Whether the equity table has a row for every turn, or only the last of each trading day.");

    private static readonly Key<OutputConfig, bool> Report =
        new("report", Kinds.Boolean, output => output.Report, "Whether the HTML report is written.") { Default = true };

    /// <summary>The section.</summary>
    public static ValueKind<OutputConfig> Kind { get; } = new ObjectKind<OutputConfig>([Directory, Tables, Equity, Report], Build);

    private static OutputConfig Build(MapReader map) => new()
    {
        Directory = map.Get(Directory),
        Tables = map.Get(Tables),
        Equity = map.Get(Equity),
        Report = map.Get(Report),
    };
}
