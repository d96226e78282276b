using Extract.Trained;

namespace Extract.Tag.Labels;

/// <summary>The label sets that models were learned for: the user's own where a label file stands beside the models, else those that ship.</summary>
public static class OwnLabels
{
    /// <summary>The name of the models of topics.</summary>
    public const string Topics = "topics";
    /// <summary>The name of the models of types of event.</summary>
    public const string EventTypes = "event-type";

    /// <summary>The topics; throws <see cref="Rules.RuleFileException"/> where the user's file is none.</summary>
    public static LabelRules TopicsOf(ModelSet models) => Of(models, Topics) ?? LabelRules.Topics;

    /// <summary>The types of event; throws <see cref="Rules.RuleFileException"/> where the user's file is none.</summary>
    public static LabelRules EventTypesOf(ModelSet models) => Of(models, EventTypes) ?? LabelRules.EventTypes;

    private static LabelRules? Of(ModelSet models, string name)
    {
        ArgumentNullException.ThrowIfNull(models);
        return models.LabelFiles.TryGetValue(name, out var yaml) ? LabelRules.Parse(name + ".labels.yml", yaml) : null;
    }
}
