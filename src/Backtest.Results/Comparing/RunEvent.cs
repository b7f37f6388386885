using System.Globalization;

namespace Backtest.Results;

/// <summary>Something that happened in a container of a run.</summary>
/// <param name="Container">The portfolio or classifier.</param>
/// <param name="Sequence">Counts the container's events from 1.</param>
/// <param name="Time">When, UTC.</param>
/// <param name="Table">The table it is a row of, such as <c>fills</c>.</param>
/// <param name="Fields">What it holds, by column; null where nothing stands.</param>
public sealed record RunEvent(string Container, long Sequence, DateTime Time, string Table, IReadOnlyDictionary<string, string?> Fields)
{
    /// <summary>The event in a line.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Figures.Time(Time)}  {Table}  {string.Join(", ", Fields.Where(field => field.Value is not null && field.Key is not ("time" or "bar" or "indicators")).Select(field => $"{field.Key} {field.Value}"))}");
}
