namespace Backtest.Tests;

/// <summary>
/// From nothing to a published plugin in use: the tool from its package, a new strategy, and its package from a feed in another project. Each test
/// checks one of its steps.
/// </summary>
public sealed class Journey : IAsyncLifetime
{
    private const string Id = "Acme.Plugins.Ducks";

    private readonly TemporaryFolder _folder = new();
    private readonly Dictionary<string, Step> _steps = [];
    private readonly Shell _shell;

    public Journey() => _shell = new Shell(_folder.Combine("home"));

    /// <summary>The feed with our own packages.</summary>
    public string Feed => _folder.Combine("feed");

    /// <summary>The project in which the strategy was created.</summary>
    public string Project => _folder.Combine("work", Id);

    /// <summary>The project that uses the published strategy.</summary>
    public string Desk => _folder.Combine("desk");

    /// <summary>The commands with the time each took.</summary>
    public string Transcript => _shell.Transcript;

    private string Tool => _folder.Combine("tool", OperatingSystem.IsWindows() ? "backtest.exe" : "backtest");

    private string Store => _folder.Combine("store");

    /// <summary>The result of a step.</summary>
    public Step this[string name] => _steps[name];

    public async ValueTask InitializeAsync()
    {
        Directory.CreateDirectory(_folder.Combine("work"));
        Directory.CreateDirectory(Desk);
        string configuration = new DirectoryInfo(AppContext.BaseDirectory).Parent!.Name;
        await Take("pack", Repository.Root, "dotnet", "pack", "Backtest.sln", "--no-build", "--configuration", configuration, "--output", Feed);
        await Take("install the tool", _folder.Path, "dotnet", "tool", "install", "Backtest.Cli", "--tool-path", _folder.Combine("tool"), "--source", Feed);

        await Take("new", _folder.Combine("work"), Tool, "new", "strategy", Id);
        await Take("test", Project, "dotnet", "test");
        await Take("run in the new project", Project, Tool, "run", "run.yaml", "--quiet");
        await Pack("1.0.0");
        await Pack("1.1.0");

        File.WriteAllText(Path.Combine(Desk, "run.yaml"), """
            name: desk
            data: {source: synthetic, symbols: [DUCK], bars: 500}
            portfolios:
              - name: main
                capital: 100000
                risk: {type: standard, parameters: {sizer: {type: percent_equity, value: 0.5}}}
                strategies: [{type: ducks}]
            """);
        await Take("install", Desk, Tool, "plugins", "install", $"{Id}@1.0.0", "--source", Store);
        await Take("run", Desk, Tool, "run", "run.yaml", "--locked", "--quiet");
        await Take("update", Desk, Tool, "plugins", "update", Id, "--source", Store);
        await Take("run the update", Desk, Tool, "run", "run.yaml", "--locked", "--quiet");
        await Take("verify", Desk, Tool, "plugins", "verify", "--deep");
        File.AppendAllText(Path.Combine(Desk, "plugins.d", Id, $"{Id}.deps.json"), " ");
        await Take("run what was tampered with", Desk, Tool, "run", "run.yaml", "--quiet");
        await Take("install again", Desk, Tool, "plugins", "install", "--source", Store);
        await Take("run what was mended", Desk, Tool, "run", "run.yaml", "--locked", "--quiet");
        await Take("remove", Desk, Tool, "plugins", "remove", Id);
        await Take("run without it", Desk, Tool, "run", "run.yaml", "--quiet");
    }

    public ValueTask DisposeAsync()
    {
        _folder.Dispose();
        return ValueTask.CompletedTask;
    }

    private Task Pack(string version) => Take(
        $"pack {version}", Project, "dotnet", "pack", "src/" + Id, "--configuration", "Release", $"-p:Version={version}", "--output", Store);

    private async Task Take(string name, string folder, string program, params string[] arguments) =>
        _steps.Add(name, await _shell.Run(folder, program, arguments));
}
