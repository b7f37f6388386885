namespace Backtest.Engine;

/// <summary>Interest a portfolio paid or received.</summary>
/// <param name="Sequence">The number of the event in the portfolio, from 1.</param>
/// <param name="Interest">The interest settled.</param>
/// <param name="Turn">The turn it was settled in, from 0.</param>
public readonly record struct InterestRecord(long Sequence, InterestEvent Interest, long Turn) : IRow
{
    /// <inheritdoc/>
    public static string Table => "interest";

    /// <inheritdoc/>
    public TFields Describe<TFields>(TFields fields)
        where TFields : struct, IRowFields
    {
        fields.Integer("seq", Sequence);
        fields.Time("time", Interest.Time);
        fields.Container("portfolio");
        fields.Word("type", Interest.Type);
        fields.Text("symbol", Interest.Instrument?.Symbol);
        fields.Integer("days", Interest.Days);
        fields.Money("rate", Interest.Rate);
        fields.Money("balance", Interest.Balance);
        fields.Money("cash", Interest.Cash);
        return fields;
    }
}
