using System.Runtime.CompilerServices;

namespace Backtest.Engine;

/// <summary>Adds the fields of a row to a hash: what their names stand for, never places, which depend on what else is in the run.</summary>
internal readonly struct HashFields(EventHash hash, RowNames names, Rows<double>? indicatorValues = null) : IRowFields
{
    /// <summary>Left out: the hash of a container goes with its path.</summary>
    public void Container(string name)
    {
    }

    public void Strategy(string name, int strategyIndex) => hash.Add(names.Strategies[strategyIndex]);

    public void Symbol(string name, Instrument instrument) => hash.Add(instrument.Symbol);

    public void State(string name, int stateIndex) => hash.Add(names.State(stateIndex));

    public void Integer(string name, long value) => hash.Add(value);

    public void Reference(string name, int id) => hash.Add((long)id);

    public void Time(string name, long ticks) => hash.Add(ticks);

    public void Number(string name, double value) => hash.Add(value);

    public void Money(string name, decimal value) => hash.Add(value);

    public void Text(string name, string? value) => hash.Add(value);

    public void Word<TEnum>(string name, TEnum value)
        where TEnum : struct, Enum => hash.Add((long)Unsafe.BitCast<TEnum, int>(value));

    public void Indicators(string name, int strategyIndex, int first, int count)
    {
        foreach (double value in indicatorValues!.Span.Slice(first, count))
            hash.Add(value);
    }
}
