using System.CommandLine;
using Backtest.Cli.Output;
using Backtest.Cli.Projects;

namespace Backtest.Cli.Commands;

/// <summary><c>backtest new</c>: creates a plugin project from the templates that come with the tool.</summary>
internal static class NewCommand
{
    public static Command Create()
    {
        Argument<string> kind = new("KIND")
        {
            Description = $"What to create: {string.Join(", ", ProjectTemplates.Kinds.SkipLast(1))}, "
                + "or solution for one of each of the first three.",
            HelpName = "KIND",
        };
        kind.AcceptOnlyFromAmong([.. ProjectTemplates.Kinds]);
        Argument<string> name = new("NAME") { Description = "The name of the project and its package, such as Acme.MeanReversion." };
        Option<string?> output = new("--output")
        {
            Description = "The folder to create. Default: a folder of that name in the working directory.",
            HelpName = "DIR",
        };
        Command command = new("new", "Creates a plugin project, with tests, sample data and a run file.") { kind, name, output };
        command.SetAction(async (parsed, cancellation) =>
        {
            NewProject project = new(
                parsed.GetRequiredValue(kind), parsed.GetRequiredValue(name), Target(parsed.GetValue(output) ?? parsed.GetRequiredValue(name)));
            int packages = await project.CreateAsync(AppContext.BaseDirectory, cancellation);
            WriteNext(parsed.InvocationConfiguration, project, packages);
            return ExitCode.Done;
        });
        return command;
    }

    // With a trailing slash, the parent of a folder would be the folder itself.
    private static string Target(string folder) => Path.TrimEndingDirectorySeparator(Path.GetFullPath(folder));

    private static void WriteNext(InvocationConfiguration console, NewProject project, int packages)
    {
        string folder = Path.GetRelativePath(Environment.CurrentDirectory, project.Folder);
        console.Output.WriteLine($"{folder} was created. Next:");
        console.Output.WriteLine($"  cd {folder}");
        console.Output.WriteLine("  dotnet test");
        console.Output.WriteLine("  backtest run run.yaml");
        if (packages == 0)
        {
            ScreenLines.OfError(console.Error).Write(
                "note: this tool was built, not installed, and contains no packages. Unless one of your NuGet sources has them, copy those that "
                + $"'dotnet pack Backtest.sln' creates into {Path.Combine(folder, "packages")}.");
        }
    }
}
