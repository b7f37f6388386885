namespace Backtest.Tests;

/// <summary>The published templates, installed in a separate hive.</summary>
public sealed class TemplateHive : IAsyncLifetime
{
    private readonly TemporaryFolder _folder = new();
    private readonly Shell _shell;
    private int _projects;

    public TemplateHive() => _shell = new Shell(_folder.Combine("home"));

    public async ValueTask InitializeAsync() =>
        (await Dotnet("new", "install", Path.Combine(AppContext.BaseDirectory, "Backtest.Templates.nupkg"))).Succeeded();

    /// <summary>Creates a project with <c>dotnet new</c>.</summary>
    /// <returns>Its folder.</returns>
    public async Task<string> New(string shortName, string name)
    {
        string target = _folder.Combine(string.Create(null, $"{Interlocked.Increment(ref _projects)}"));
        (await Dotnet("new", shortName, "--name", name, "--output", target, "--no-update-check")).Succeeded();
        return target;
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task<Step> Dotnet(params string[] arguments) =>
        _shell.Run(_folder.Path, "dotnet", [.. arguments, "--debug:custom-hive", _folder.Combine("hive")]);
}
