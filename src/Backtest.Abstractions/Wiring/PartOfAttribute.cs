namespace Backtest;

/// <summary>
/// Declares that objects of a class are part of a role's state, handed out to be read: another role that holds one reads that role, and declares it
/// with <see cref="ReadsAttribute{TRole}"/>.
/// </summary>
/// <typeparam name="TRole">The class of the role.</typeparam>
[AttributeUsage(AttributeTargets.Class)]
public sealed class PartOfAttribute<TRole> : Attribute
    where TRole : class;
