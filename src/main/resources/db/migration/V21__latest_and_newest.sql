-- The latest events as everyone may see them, without those of panels: there may be a million of these behind each other.
create index trail_entry_latest on trail_entry (campaign, position)
    where type not in ('JudgeRecused', 'JudgesAssigned', 'ScoreGiven', 'ScoreRevised');

-- The showcase in the order in which the public was told of works.
create index showcase_work_awarded_newest on showcase_work (campaign, told_at desc, entry)
    where not gone and award is not null;
create index showcase_work_recommended_newest on showcase_work (campaign, category, told_at desc, entry)
    where not gone and award is null and recommended_on is not null;
