using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json;
using Backtest.Engine;

namespace Backtest.Results;

/// <summary>The container the rows of a table belong to.</summary>
internal abstract class RowScope(RowNames names)
{
    /// <summary>The names of the places its rows refer to.</summary>
    public RowNames Names { get; } = names;

    /// <summary>The indicator values of a signal as JSON: name → value, null if it was not ready.</summary>
    public virtual string Indicators(int strategyIndex, int first, int count) => throw new NotSupportedException();
}

/// <summary>A classifier, with its journal of the current chunk.</summary>
internal sealed class ClassifierScope(ClassifierDescription description) : RowScope(RowNames.OfClassifier(description))
{
    /// <summary>Its journal of the current chunk.</summary>
    public ClassifierJournal Journal { get; set; } = new();
}

/// <summary>A portfolio, or the total, with its equity rows of the current chunk, and the last of each trading day if requested.</summary>
internal sealed class EquityScope(string name) : RowScope(RowNames.OfPortfolio(name, []))
{
    private int _day;

    /// <summary>Its rows of the current chunk.</summary>
    public EquityColumns Rows { get; set; } = new();

    /// <summary>The last row of each trading day so far.</summary>
    public Rows<EquityRow> Days { get; } = new();

    /// <summary>Keeps the last row of each trading day of the chunk; a day may have begun in the chunk before.</summary>
    public void KeepDays()
    {
        for (int row = 0; row < Rows.Count; row++)
        {
            int day = Rows.Day[row];
            if (row + 1 < Rows.Count && Rows.Day[row + 1] == day)
                continue;
            if (Days.Count > 0 && day == _day)
                Days.Span[^1] = new EquityRow(Rows, row);
            else
                Days.Add(new EquityRow(Rows, row));
            _day = day;
        }
    }
}

/// <summary>A portfolio, with its journal of the current chunk, and its orders until the run ends.</summary>
internal sealed class PortfolioScope(PortfolioDescription description)
    : RowScope(RowNames.OfPortfolio(description.Name, description.Strategies))
{
    private readonly string[][] _indicatorKeys =
        [.. description.IndicatorNames.Select(names => names.Select(name => $"\"{JsonEncodedText.Encode(name)}\":").ToArray())];

    /// <summary>Its journal of the current chunk.</summary>
    public PortfolioJournal Journal { get; private set; } = new();

    /// <summary>The completed orders so far, in the order they were completed.</summary>
    public Rows<OrderRecord> Orders { get; } = new();

    /// <summary>Takes the journal of a chunk, and keeps its orders.</summary>
    public void Take(PortfolioJournal journal)
    {
        Journal = journal;
        foreach (ref readonly OrderRecord order in journal.Orders.Span)
            Orders.Add(order);
    }

    /// <summary>Sorts the orders by when they were placed.</summary>
    public void SortOrders() => Orders.Span.Sort(static (one, other) => one.Sequence.CompareTo(other.Sequence));

    /// <inheritdoc/>
    public override string Indicators(int strategyIndex, int first, int count)
    {
        ReadOnlySpan<string> keys = _indicatorKeys[strategyIndex];
        ReadOnlySpan<double> values = Journal.IndicatorValues.Span.Slice(first, count);
        var text = new DefaultInterpolatedStringHandler(0, 0, CultureInfo.InvariantCulture);
        text.AppendLiteral("{");
        for (int i = 0; i < values.Length; i++)
        {
            text.AppendLiteral(i == 0 ? "" : ",");
            text.AppendLiteral(keys[i]);
            if (double.IsFinite(values[i]))
                text.AppendFormatted(values[i]);
            else
                text.AppendLiteral("null");
        }

        text.AppendLiteral("}");
        return text.ToStringAndClear();
    }
}
