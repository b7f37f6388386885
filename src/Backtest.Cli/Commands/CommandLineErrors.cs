using System.CommandLine;
using System.CommandLine.Parsing;
using Backtest.Abstractions.Runtime;

namespace Backtest.Cli.Commands;

/// <summary>Says what is wrong with a command line, and what was probably meant.</summary>
internal static class CommandLineErrors
{
    /// <summary>What is wrong with it. Of words that are not known the first is said: those after it may be what it would have taken.</summary>
    public static IReadOnlyList<InputError> Of(ParseResult parsed)
    {
        if (parsed.UnmatchedTokens is [var unknown, ..] && NamesOf(parsed.CommandResult.Command, unknown) is { Length: > 0 } names
            && NearestName.Find(unknown, names) is { } meant)
        {
            return [new InputError("command_line", $"'{unknown}' is not known here.") { Fix = $"Did you mean '{meant}'? See {CommandOf(parsed.CommandResult)} --help." }];
        }

        return [.. parsed.Errors.Select(error => new InputError("command_line", error.Message) { Fix = $"See {CommandOf(error.SymbolResult)} --help." })];
    }

    /// <summary>The names that may stand where a word does.</summary>
    private static string[] NamesOf(Command command, string word) => word.StartsWith('-')
        ? [.. command.Options.Where(option => !option.Hidden).SelectMany(option => option.Aliases.Prepend(option.Name))]
        : [.. command.Subcommands.Where(sub => !sub.Hidden).Select(sub => sub.Name)];

    private static string CommandOf(SymbolResult? result)
    {
        string command = "";
        for (SymbolResult? place = result; place is not null; place = place.Parent)
        {
            if (place is CommandResult { Parent: not null } named)
                command = $" {named.Command.Name}{command}";
        }

        return $"backtest{command}";
    }
}
