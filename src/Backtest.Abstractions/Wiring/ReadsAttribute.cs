namespace Backtest;

/// <summary>
/// Declares that a handler, or every handler of a class, reads the state of another role of its container. Such a read orders the two roles if both
/// handle one event; between roles that no event and no read orders, their names decide.
/// </summary>
/// <typeparam name="TRole">The class of the role it reads. In a container without such a role, the attribute has no effect.</typeparam>
/// <param name="time">What it reads: the other role's state before it has handled the event, after it has, or once nothing changes it.</param>
[AttributeUsage(AttributeTargets.Method | AttributeTargets.Class, AllowMultiple = true)]
public sealed class ReadsAttribute<TRole>(ReadTime time = ReadTime.After) : Attribute
    where TRole : class
{
    /// <summary>What it reads: the other role's state before it has handled the event, after it has, or once nothing changes it.</summary>
    public ReadTime Time { get; } = time;
}
