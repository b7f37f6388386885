using System.CommandLine;
using Backtest.Cli.Composition;
using Backtest.Configuration;

namespace Backtest.Cli.Commands;

/// <summary>Which bars a command is about: those of a run file, or of a source told by options that are named as the keys of <c>data</c>.</summary>
internal sealed class DataOptions
{
    private const string Symbols = "symbols";

    private readonly Argument<string?> _file = new("FILE")
    {
        Description = "A run file: its data.",
        Arity = ArgumentArity.ZeroOrOne,
    };

    private readonly Option<string[]> _set = new("--set")
    {
        Description = "Sets a value of the run file, such as data.end=2010-12-31.",
        HelpName = "path=value",
    };

    private readonly Option<string[]> _plugins = Options.Plugins();

    private readonly Option<string?>[] _keys =
    [
        Key("source", "Where bars come from, when no run file says it.", "csv|lean|…"),
        Key("path", "A file, a folder or a glob.", "PATH"),
        Key(Symbols, "The symbols wanted, parted by commas.", "A,B"),
        Key("timeframe", "The length of the bars.", "1d"),
        Key("start", "The first day.", "DATE"),
        Key("end", "The last day.", "DATE"),
        Key("timezone", "The zone of days, and of times that name none.", "ZONE"),
        Key("stamp", "What a file's time means for a bar.", "start|end"),
        Key("calendar", "The exchange calendar.", "XNYS"),
        Key("session", "Which bars of a trading day are wanted.", "regular|extended|all"),
        Key("asset", "What is traded, in a LEAN folder.", "equity|forex|crypto"),
        Key("market", "The market's folder, in a LEAN folder.", "NAME"),
        Key("kind", "What bars of a LEAN folder are made of.", "trade|quote"),
    ];

    /// <summary>Adds them to a command.</summary>
    public void AddTo(Command command)
    {
        command.Arguments.Add(_file);
        command.Options.Add(_set);
        command.Options.Add(_plugins);
        foreach (Option<string?> key in _keys)
            command.Options.Add(key);
        command.Validators.Add(result =>
        {
            bool hasFile = result.GetValue(_file) is not null;
            bool hasKeys = _keys.Any(key => result.GetValue(key) is not null);
            if (hasFile == hasKeys)
                result.AddError("name a run file, or a source with --path and what else it needs.");
        });
    }

    /// <summary>The run file that was named; <see langword="null"/>: a source was.</summary>
    /// <exception cref="InputException">The run file is wrong.</exception>
    public Workspace? OpenRunFile(ParseResult command) => command.GetValue(_file) is { } file
        ? Workspace.Open(new RunFileRequest(file, command.GetValue(_set) ?? [], command.GetValue(_plugins) ?? [], IsLocked: false))
        : null;

    /// <summary>The source that was named.</summary>
    /// <exception cref="InputException">An option is wrong.</exception>
    public BarSourceOptions ReadSource(ParseResult command) => RunFile.ParseData(_keys
        .Where(key => command.GetValue(key) is not null)
        .Select(key => KeyValuePair.Create(Name(key), Value(Name(key), command.GetValue(key)!))));

    private static Option<string?> Key(string name, string description, string helpName) =>
        new($"--{name}") { Description = description, HelpName = helpName };

    private static string Name(Option key) => key.Name.TrimStart('-');

    private static string Value(string name, string text) => name == Symbols ? $"[{text}]" : text;
}
