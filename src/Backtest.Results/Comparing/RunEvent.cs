using System.Globalization;

namespace Backtest.Results;

/// <summary>An event in a container of a run.</summary>
/// <param name="Container">The portfolio or classifier.</param>
/// <param name="Sequence">Counts the container's events from 1.</param>
/// <param name="Time">Its time, UTC.</param>
/// <param name="Table">The table that contains it, such as <c>fills</c>.</param>
/// <param name="Fields">Its values by column, null where empty.</param>
public sealed record RunEvent(string Container, long Sequence, DateTime Time, string Table, IReadOnlyDictionary<string, string?> Fields)
{
    /// <summary>The event in one line.</summary>
    public override string ToString() => string.Create(
        CultureInfo.InvariantCulture,
        $"{Figures.Time(Time)}  {Table}  {string.Join(", ", Fields.Where(field => field.Value is not null && field.Key is not ("time" or "bar" or "indicators")).Select(field => $"{field.Key} {field.Value}"))}");
}
