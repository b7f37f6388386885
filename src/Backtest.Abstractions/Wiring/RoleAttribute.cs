namespace Backtest;

/// <summary>Marks a property of a container as a part of its wiring. Roles are wired in the order they are declared.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class RoleAttribute : Attribute;
