using Extract.Learn;
using Extract.Rules;
using Extract.Tag.Labels;
using Extract.Trained;

namespace Extract.Commands.Evaluating;

/// <summary>One run of <c>train --labels</c>: a label file of the user's with examples → the present models with these labels in the place of the others.</summary>
internal sealed class LabelTrainingRun(string file, string into, Settings settings, TextWriter output, CancellationToken cancellation)
{
    /// <summary>Does it; the exit status.</summary>
    public int Run()
    {
        if (!File.Exists(file) || !RegularFiles.IsRegular(file)) throw new SettingsException(Messages.NoSuchPath(file));
        var rules = Rules();
        var before = Loading.ModelFolder(settings);
        var (present, card) = Loading.Told(() => (ModelSet.Load(before), ModelCard.Load(before)), Messages.NotGold);
        var models = new OwnLabelTraining(ModelSet.Load(Loading.Shipped), settings.Read, settings.Score, cancellation).Fit(present, rules, Loading.Told(() => File.ReadAllText(file), Messages.NotGold));
        ModelFolder.Write(into, models, card);
        output.WriteLine(Messages.LabelsTrained(rules.Rules.Length, rules.Rules.Sum(rule => rule.Examples.Length), into));
        return ExitStatus.Done;
    }

    private LabelRules Rules() => Told(() =>
    {
        var rules = LabelRules.Load(file);
        if (rules.Kind is not (MentionKind.Topic or MentionKind.EventType)) throw new SettingsException(Messages.NoLabelSet(file));
        foreach (var rule in rules.Rules)
            if (rule.Examples.Length < OwnLabelTraining.LeastExamples)
                throw new SettingsException(Messages.FewExamples(file, rule.Line, rule.Label, rule.Examples.Length, OwnLabelTraining.LeastExamples));
        if (rules.Rules.Length < 2) throw new SettingsException(Messages.OneLabel(file));
        return rules;
    });

    /// <summary>What is read of a label file; what is wrong in it is told with its place.</summary>
    public static LabelRules Told(Func<LabelRules> read)
    {
        try
        {
            return read();
        }
        catch (RuleFileException e)
        {
            throw new SettingsException(e.Message, e);
        }
    }
}
