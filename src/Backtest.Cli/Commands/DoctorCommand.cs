using System.CommandLine;
using System.Text.Json.Nodes;
using Backtest.Cli.Composition;
using Backtest.Cli.Doctor;
using Backtest.Cli.Output;
using Backtest.Hosting;

namespace Backtest.Cli.Commands;

/// <summary><c>backtest doctor</c>: checks the installation with small synthetic runs.</summary>
internal static class DoctorCommand
{
    public static Command Create()
    {
        Option<string[]> plugins = Options.Plugins();
        Option<bool> json = Options.Json();
        Command command = new(
            "doctor", "Checks the installation: loads every plugin, runs small container trees and checks what must hold.")
        {
            plugins,
            json,
        };
        command.SetAction(async (parsed, cancellation) =>
        {
            TextWriter output = parsed.InvocationConfiguration.Output;
            bool asJson = parsed.GetValue(json);
            PluginFolders places = PluginFolders.Usual(parsed.GetValue(plugins) ?? [], runFile: null, [], AppContext.BaseDirectory);
            PluginLocks locks = PluginLocks.Read(places, isStrict: false);
            using PluginLoader loader = new(Workspace.SharedAssemblies, locks: locks);
            Examination examination = new(PluginCatalog.Scan(places), loader, locks);
            List<Finding> findings = [];
            await foreach (Finding finding in examination.RunAsync(cancellation))
            {
                findings.Add(finding);
                if (!asJson)
                    ScreenLines.OfOutput(output).Write(finding.ToString(), hanging: 6);
            }

            if (asJson)
                JsonText.Write(output, ToJson(findings));
            return findings.TrueForAll(finding => finding.IsWell) ? ExitCode.Done : ExitCode.Failed;
        });
        return command;
    }

    private static JsonObject ToJson(List<Finding> findings) => new()
    {
        ["checks"] = new JsonArray(
        [
            .. findings.Select(finding => new JsonObject
            {
                ["check"] = finding.Check,
                ["passed"] = finding.IsWell,
                ["detail"] = finding.Detail,
            }),
        ]),
    };
}
