using System.CommandLine;
using Backtest.Cli.Output;
using Backtest.Hosting;

namespace Backtest.Cli.Commands;

/// <summary><c>backtest plugins search</c>: lists the plugin packages that sources offer.</summary>
internal static class PluginsSearchCommand
{
    public static Command Create()
    {
        Argument<string> text = new("TEXT")
        {
            Description = "What to search for. Default: all plugin packages.",
            Arity = ArgumentArity.ZeroOrOne,
            DefaultValueFactory = _ => "",
        };
        PluginSourceInput from = new();
        Option<string?> project = Options.Project();
        Option<bool> json = Options.Json();
        Command command = new("search", "Searches package sources for plugins.") { text };
        from.AddTo(command);
        command.Options.Add(project);
        command.Options.Add(json);
        command.SetAction(async (parsed, cancellation) =>
        {
            PluginSources sources = from.Sources(parsed, Path.GetFullPath(parsed.GetValue(project) ?? "."));
            IReadOnlyList<FoundPackage> found =
                await sources.SearchAsync(parsed.GetValue(text) ?? "", from.Prerelease(parsed), cancellation);
            if (parsed.GetValue(json))
                JsonText.Write(parsed.InvocationConfiguration.Output, FoundPackages.ToJson(found));
            else
                FoundPackages.Write(parsed.InvocationConfiguration.Output, found);
            return ExitCode.Done;
        });
        return command;
    }
}
