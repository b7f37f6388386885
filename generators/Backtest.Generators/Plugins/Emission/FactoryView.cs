using Backtest.Generators.Plugins.Model;

namespace Backtest.Generators.Plugins.Emission;

/// <summary>The values that the template of a factory uses.</summary>
internal sealed class FactoryView
{
    private readonly PluginModel _model;
    private readonly BinderWriter _binder;

    public FactoryView(PluginModel model, PluginNames names)
    {
        _model = model;
        _binder = new BinderWriter(model.Parameters);
        Names = names;
        Root = RecordOf(model.Parameters, "reader");
    }

    public PluginNames Names { get; }

    public PluginModel Model => _model;

    public bool IsContainer => _model.Contained is not null;

    public bool MakesNode => _model.Connections.Length > 0;

    public bool IsPure => _model.Node?.IsPure == true;

    public bool HasHandlers => Handlers.Any();

    /// <summary>The arguments of the author's <c>Validate</c> method; empty if there is none.</summary>
    public string ValidateArguments => _model.Validate switch
    {
        ValidateForm.Errors => "errors",
        ValidateForm.ErrorsAndContext => "errors, context",
        _ => "",
    };

    /// <summary>The arguments that describe each handler that is part of the flow.</summary>
    public IEnumerable<string> Handlers => _model.Handlers.Where(handler => handler.Event.Length > 0).Select(handler =>
        string.Join(", ", new[] { handler.Name, handler.Event }.Concat(handler.Emits).Select(text => $"\"{text}\"")));

    public RecordView Root { get; }

    public IEnumerable<RecordView> Records => _binder.Types.OfType<RecordType>().Select(record => RecordOf(record, "fields"));

    public IEnumerable<EnumView> Enums => _binder.Types.OfType<EnumType>().Select(type => new EnumView(
        type.Name, _binder.MethodOf(type), type.Words));

    public IEnumerable<UnionView> Unions => _binder.Types.OfType<UnionType>().Select(type => new UnionView(
        type.Name, _binder.MethodOf(type), [.. type.Cases.Select(CaseOf)]));

    private UnionCase CaseOf(RecordType record) => new($"\"{record.Variant}\"", _binder.MethodOf(record));

    private RecordView RecordOf(RecordType record, string reader) => new(
        record.Name,
        record == _model.Parameters ? "Bind" : _binder.MethodOf(record),
        record.Variant is not null,
        record.Parameters.Any(parameter => !parameter.IsRequired),
        string.Join(", ", record.Parameters.Where(parameter => parameter.IsRequired).Select(required => $"{required.Property} = default!")),
        [.. record.Parameters.Select(parameter => $"{parameter.Property} = {_binder.Read(parameter, reader)}")]);
}
