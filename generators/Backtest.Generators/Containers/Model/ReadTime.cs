namespace Backtest.Generators.Containers.Model;

/// <summary>The state of another role that a handler reads; the values equal those of the attribute's enumeration.</summary>
internal enum ReadTime
{
    After,
    Before,
    Settled,
}
