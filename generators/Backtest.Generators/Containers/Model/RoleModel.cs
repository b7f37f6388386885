namespace Backtest.Generators.Containers.Model;

/// <summary>A role of a container.</summary>
/// <param name="Property">The container's property.</param>
/// <param name="Field">The wiring's field.</param>
/// <param name="Type">The type of a component, as generated source names it.</param>
/// <param name="Variable">The variable of a loop over a collection; empty if the role is one component.</param>
/// <param name="IsOptional">Whether it may be null.</param>
/// <param name="IsConcurrent">Whether its items may be called concurrently.</param>
internal sealed record RoleModel(string Property, string Field, string Type, string Variable, bool IsOptional, bool IsConcurrent)
{
    public bool IsCollection => Variable.Length > 0;

    public string FieldType => IsCollection ? $"{Type}[]" : IsOptional ? $"{Type}?" : Type;
}
