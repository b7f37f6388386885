namespace Backtest;

/// <summary>
/// Says that objects of a class are a part of what a role holds, handed out to be looked at: another role that holds one reads that role, and
/// says so with <see cref="ReadsAttribute{TRole}"/>.
/// </summary>
/// <typeparam name="TRole">The class of the role.</typeparam>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PartOfAttribute<TRole> : Attribute
    where TRole : class;
