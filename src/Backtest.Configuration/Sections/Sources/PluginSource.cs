using Backtest.Abstractions.Runtime;
using Backtest.Configuration.Keys;

namespace Backtest.Configuration.Sections.Sources;

/// <summary>Any other word in <c>source</c>: the id of a bar source plugin.</summary>
internal static class PluginSource
{
    private static readonly Key<DataPart, string> Id =
        new("source", Kinds.Text, data => Options(data).Id, "The id of a bar source plugin.") { IsRequired = true };

    private static readonly Key<DataPart, string?> Path =
        new("path", Kinds.Text!, data => Options(data).Path, "What the plugin reads, relative to the run file if there is one.");

    private static readonly Key<DataPart, Timeframe> Timeframe = SourceKeys.Timeframe(data => Options(data).Timeframe);

    private static readonly Key<DataPart, string> TimeZone = SourceKeys.TimeZone(data => Options(data).TimeZone);

    private static readonly Key<DataPart, ParameterMap?> Parameters = new(
        "parameters",
        new ParametersKind()!,
        data => Options(data).Parameters is { Entries.Count: > 0 } parameters ? parameters : null,
        "The parameters of the plugin.");

    private static readonly Key<DataPart, string?> Calendar = SourceKeys.Calendar(data => Options(data).Calendar, "none");

    /// <summary>The source.</summary>
    public static UnionCase<DataPart> Case { get; } = new(
        "a bar source plugin",
        data => data.Options is BarSourceOptions.Plugin,
        [
            Path, SourceKeys.Symbols, Timeframe, SourceKeys.Start, SourceKeys.End, SourceKeys.TradeFrom, TimeZone, SourceKeys.Actions,
            SourceKeys.Adjustment, Parameters, Calendar,
        ],
        map => SourceKeys.Read(
            map,
            new BarSourceOptions.Plugin
            {
                Id = map.Get(Id),
                Path = map.Get(Path),
                Timeframe = map.Get(Timeframe),
                TimeZone = map.Get(TimeZone),
                Parameters = map.Get(Parameters) ?? ParameterMap.Empty,
                Calendar = map.Get(Calendar),
            },
            knowsActions: true))
    {
        Plugin = Id,
        PluginKind = PluginKind.BarSource,
    };

    private static BarSourceOptions.Plugin Options(DataPart data) => (BarSourceOptions.Plugin)data.Options;
}
