using System.Reflection;
using Scriban;
using Scriban.Runtime;

namespace Backtest.Generators.Text;

/// <summary>A template of C# source, embedded in this assembly and parsed once.</summary>
internal sealed class SourceTemplate
{
    /// <summary>What marks types and members as written by this assembly.</summary>
    private static readonly string Generated = Mark(Assembly.GetExecutingAssembly().GetName());

    private readonly Template _template;

    /// <summary>Parses the embedded template of this name.</summary>
    public SourceTemplate(string name)
    {
        using Stream stream = Assembly.GetExecutingAssembly().GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"No template '{name}' is embedded.");
        using var reader = new StreamReader(stream);
        _template = Template.Parse(reader.ReadToEnd().Replace("\r\n", "\n"), name);
        if (_template.HasErrors)
            throw new InvalidOperationException(string.Join("\n", _template.Messages));
    }

    /// <summary>Fills the template with the members of a model.</summary>
    public string Render(object model)
    {
        var members = new ScriptObject();
        members.Import(model, renamer: member => member.Name);
        members["Generated"] = Generated;
        var context = new TemplateContext
        {
            StrictVariables = true,
            NewLine = "\n",
            LoopLimit = 0,
            LimitToString = 0,
            MemberRenamer = member => member.Name,
        };
        context.PushGlobal(members);
        return _template.Render(context);
    }

    private static string Mark(AssemblyName self) => $"[GeneratedCode(\"{self.Name}\", \"{self.Version.ToString(3)}\")]";
}
