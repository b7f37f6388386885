using System.Runtime.CompilerServices;

namespace Backtest.Engine;

/// <summary>
/// Adds the fields of a row to a hash. It adds names rather than indexes, because indexes depend on the rest of the run. Fields are written directly
/// to the hash's buffer. The struct is small enough to be passed in registers and stays in them: hashing is a considerable part of the cost of an
/// order.
/// </summary>
internal struct HashFields(EventHash hash, int end) : IRowFields
{
    private long _end = end; // as wide as a register: a read wider than the last write would make the processor wait

    public static bool TakesUnhashed => false;

    /// <summary>The position of the next field.</summary>
    public int End
    {
        readonly get => (int)_end;
        private set => _end = value;
    }

    /// <summary>Omitted: the hash of a container is combined with its path.</summary>
    public readonly void Container(string name)
    {
    }

    public void Strategy(string name, int strategyIndex) => End = hash.Write(hash.Names.Strategy(strategyIndex), End);

    public void Symbol(string name, Instrument instrument) => End = hash.Write(hash.Names.Symbol(instrument), End);

    public void State(string name, int stateIndex) => End = hash.Write(hash.Names.State(stateIndex), End);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Integer(string name, long value) => End = hash.Write(value, End);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Reference(string name, int id) => End = hash.Write((long)id, End);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Time(string name, long ticks) => End = hash.Write(ticks, End);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Number(string name, double value) => End = hash.Write(EventHash.Canonical(value), End);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Money(string name, decimal value) => End = hash.Write(value, End);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Text(string name, string? value) => End = value is null ? hash.Write(EventHash.NoText, End) : hash.Write(value, End);

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    public void Word<TEnum>(string name, TEnum value)
        where TEnum : struct, Enum => End = hash.Write((long)Unsafe.BitCast<TEnum, int>(value), End);

    public void Indicators(string name, int strategyIndex, int first, int count) =>
        End = hash.WriteIndicators(first, count, End);
}
