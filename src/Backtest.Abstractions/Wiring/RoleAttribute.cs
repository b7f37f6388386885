namespace Backtest;

/// <summary>
/// Marks a property of a container as a part of its wiring. Roles are called in the order their events and reads
/// (<see cref="ReadsAttribute{TRole}"/>) ask for, whatever the order of the properties.
/// </summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RoleAttribute : Attribute
{
    /// <summary>
    /// Whether the items of a collection share no mutable state, so that they may handle an event concurrently: with those of other such roles, on as
    /// many threads as the wiring is given.
    /// </summary>
    public bool IsConcurrent { get; init; }
}
