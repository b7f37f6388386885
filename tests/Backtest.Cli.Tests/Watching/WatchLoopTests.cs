using System.Runtime.Loader;
using Backtest.Cli.Commands;
using Backtest.Cli.Composition;
using Backtest.Cli.Output;
using Backtest.Cli.Watching;
using Microsoft.Extensions.Time.Testing;

namespace Backtest.Tests.Watching;

[Collection(nameof(Alone))]
public sealed class WatchLoopTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly CancellationTokenSource _end = new();
    private readonly FakeTimeProvider _clock = new();
    private readonly StringWriter _output = new();
    private readonly StringWriter _error = new();
    private readonly ScriptedSignal _signal;

    public WatchLoopTests() => _signal = new ScriptedSignal(_clock, _end);

    private string RunFile => _folder.Combine("run.yaml");

    private string Places => _folder.Combine("plugins.d");

    private string Said => _error.ToString();

    public void Dispose()
    {
        _signal.Dispose();
        _end.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task A_changed_run_file_is_run_again_and_the_difference_told()
    {
        Write(RunFiles.Small);
        _signal.OnWait(() => Write(RunFiles.Small.Replace("fast: 5", "fast: 10", StringComparison.Ordinal)));

        Assert.Equal(0, await Watch());

        Assert.Equal(2, Runs());
        Assert.Contains("changed ", Said);
        Assert.Matches("return -?[0-9.]+% → -?[0-9.]+% .* points\\), trades [0-9]+ → [0-9]+; events [0-9a-f]{8} → [0-9a-f]{8}", Said);
    }

    [Fact]
    public async Task A_change_that_changes_nothing_is_told_so()
    {
        Write(RunFiles.Small);
        _signal.OnWait(() => Write(RunFiles.Small + "# the same\n"));

        await Watch();

        Assert.Contains("the same result: all events are unchanged", Said);
    }

    [Fact]
    public async Task A_plugin_renamed_over_the_old_one_is_run_and_the_old_one_leaves_memory()
    {
        using LoadedContexts contexts = new(EntryPlugin.Package);
        EntryPlugin.Build(Places, "before");
        Write(EntryPlugin.RunFile);
        _signal.OnWait(() => Replace(EntryPlugin.Build(_folder.Combine("new"), "after")))
            .OnWait(() => Assert.Equal(0, contexts.Alive()));

        Assert.Equal(0, await Watch());

        Assert.Equal(["before", "after"], Reasons());
        Assert.Equal(2, contexts.Count);
    }

    [Fact]
    public async Task A_plugin_that_stays_in_memory_is_told_of_once()
    {
        const string Handler = "System.AppDomain.CurrentDomain.ProcessExit += (_, _) => GetHashCode();";
        EntryPlugin.Build(Places, start: Handler);
        Write(EntryPlugin.RunFile);
        _signal.OnWait(() => Write(EntryPlugin.RunFile + "# again\n"));

        await Watch();

        Assert.Equal(2, Said.Split("Acme.Entry stays in memory").Length);
    }

    [Fact]
    public async Task What_is_wrong_is_told_and_watching_goes_on()
    {
        Write(RunFiles.Small);
        _signal.OnWait(() => Write(RunFiles.Small.Replace("fast", "fats", StringComparison.Ordinal))).OnWait(() => Write(RunFiles.Small));

        Assert.Equal(0, await Watch());

        Assert.Equal(2, Runs());
        Assert.Contains("fats", Said);
        Assert.Contains("the same result", Said);
    }

    [Fact]
    public async Task A_plugin_that_goes_and_comes_back_is_found_again()
    {
        string folder = EntryPlugin.Build(Places);
        Write(EntryPlugin.RunFile);
        _signal.OnWait(() => Directory.Move(folder, _folder.Combine("away"))).OnWait(() => Directory.Move(_folder.Combine("away"), folder));

        Assert.Equal(0, await Watch());

        Assert.Contains("removed ", Said);
        Assert.Contains("there is no strategy 'entry'", Said);
        Assert.Contains("added ", Said);
        Assert.Equal(2, Runs());
    }

    [Fact]
    public async Task Data_that_changed_is_run_on()
    {
        string data = _folder.Combine("aaa.csv");
        File.WriteAllLines(data, ["time,open,high,low,close", .. Enumerable.Range(1, 28).Select(day => $"2020-02-{day:00},10,11,9,10")]);
        EntryPlugin.Build(Places);
        Write(EntryPlugin.RunFile.Replace("source: synthetic", "source: csv, path: aaa.csv", StringComparison.Ordinal)
            .Replace(", bars: 50", "", StringComparison.Ordinal));
        _signal.OnWait(() => File.AppendAllLines(data, ["2020-02-29,10,11,9,10.5"]));

        Assert.Equal(0, await Watch());

        Assert.Equal(2, Runs());
        Assert.Contains("aaa.csv", Said);
    }

    [Fact]
    public async Task Files_still_being_written_are_waited_for()
    {
        Write(RunFiles.Small);
        _signal.OnWait(() => Write("name: half")).OnRest(() => Write("name: half-written")).OnRest(() => Write(RunFiles.Small));

        await Watch();

        Assert.Equal(2, Runs());
        Assert.DoesNotContain("half", Said);
    }

    [Fact]
    public async Task The_end_gives_the_exit_code_of_the_last_run()
    {
        Write(RunFiles.Small);
        _signal.OnWait(() => Write("name: nothing else"));

        Assert.Equal(2, await Watch());
    }

    [Fact]
    public async Task Without_a_run_file_there_is_nothing_to_watch()
    {
        InputException exception = await Assert.ThrowsAsync<InputException>(Watch);

        Assert.Equal("unreadable_file", Assert.Single(exception.Errors).Code);
    }

    private Task<int> Watch()
    {
        WatchLoop loop = new(
            new RunFileRequest(RunFile, [], []),
            (workspace, cancellation) => RunCommand.RunAsync(
                workspace,
                workspace.Config with { Output = workspace.Config.Output with { Directory = _folder.Combine("out") } },
                new RunReport(_output, _error, asJson: false, isQuiet: true),
                threads: 1,
                cancellation),
            new WatchDisplay(_error, isQuiet: false, _clock),
            _signal,
            _clock);
        return loop.RunAsync(_end.Token);
    }

    private void Write(string content) => File.WriteAllText(RunFile, content);

    private void Replace(string folder)
    {
        foreach (string file in Directory.EnumerateFiles(folder))
            File.Move(file, Path.Combine(Places, EntryPlugin.Package, Path.GetFileName(file)), overwrite: true);
    }

    private int Runs() => Directory.GetDirectories(_folder.Combine("out")).Length;

    private IEnumerable<string> Reasons() => Directory.GetDirectories(_folder.Combine("out"))
        .OrderBy(folder => Directory.GetCreationTimeUtc(folder))
        .Select(folder => Assert.Single(Table.Read(Path.Combine(folder, "signals.csv")))["reason"]);

    /// <summary>The load contexts a package was loaded into.</summary>
    private sealed class LoadedContexts : IDisposable
    {
        private const int Collections = 1000;

        private readonly string _package;
        private readonly List<WeakReference> _contexts = [];

        public LoadedContexts(string package)
        {
            _package = package;
            AppDomain.CurrentDomain.AssemblyLoad += OnLoad;
        }

        public int Count => _contexts.Count;

        /// <summary>The number that remain, however often garbage is collected.</summary>
        public int Alive()
        {
            for (int collection = 0; collection < Collections && _contexts.Exists(context => context.IsAlive); collection++)
            {
                GC.Collect();
                GC.WaitForPendingFinalizers();
            }

            return _contexts.Count(context => context.IsAlive);
        }

        public void Dispose() => AppDomain.CurrentDomain.AssemblyLoad -= OnLoad;

        private void OnLoad(object? sender, AssemblyLoadEventArgs loaded)
        {
            if (loaded.LoadedAssembly.GetName().Name == _package)
                _contexts.Add(new WeakReference(AssemblyLoadContext.GetLoadContext(loaded.LoadedAssembly)));
        }
    }
}
