namespace Backtest.Generators.Containers.Model;

/// <summary>Which state of another role a handler reads; the values are those of the attribute's enumeration.</summary>
internal enum ReadTime
{
    After,
    Before,
    Settled,
}
