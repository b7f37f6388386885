namespace Backtest.Tests;

/// <summary>Roles affect each other only through events, so that one can be replaced: the execution by a broker.</summary>
public sealed class RoleTests
{
    private static readonly EngineRoles Roles = new(EngineSources.Current);

    [Fact]
    public void Nobody_but_the_wiring_holds_the_execution()
    {
        Assert.Contains(Roles.All, role => role.Name == "OrderExecution");
        Assert.Empty(Roles.Holders("OrderExecution", "Execution"));
    }

    [Fact]
    public void No_role_calls_what_changes_another() => Assert.Empty(Roles.Commands());
}
