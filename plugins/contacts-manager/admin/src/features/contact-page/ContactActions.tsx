import { Button, Flex, LinkButton } from '@strapi/design-system';
import { Pencil } from '@strapi/icons';
import { useRef, type RefObject } from 'react';
import { Link as RouterLink, useNavigate } from 'react-router-dom';
import type { ContactView } from '../../../../shared/contracts/contacts';
import { editPath } from '../../components/contact-paths';
import { usePermissions, type Rights } from '../../components/usePermissions';
import { useText } from '../../components/useText';
import type { ReturnState, ReturnTarget } from '../contact-form/useReturnTo';
import { chooseRows } from '../contacts/ticks';
import { useVerbDialog } from '../contacts/useVerbDialog';
import { rowVerbs, VERBS, type DialogVerb } from '../contacts/verbs';

/** The verbs of the row menu, and the bin for those that may go there. */
const verbsOf = ({ contactStatus }: ContactView, may: Rights): DialogVerb[] => [
  ...rowVerbs(contactStatus, may).filter((verb): verb is DialogVerb => verb !== 'edit'),
  ...(contactStatus !== 'active' && may[VERBS.delete.right] ? ['delete' as const] : []),
];

interface Props {
  contact: ContactView;
  formState: ReturnState;
  /** Where one goes when the contact is gone from here. */
  returnTo: ReturnTarget;
  /** Takes the focus when the button that was pressed is not there any more. */
  fallback: RefObject<HTMLElement>;
}

/** Edit in the form, and what the row menu of the list offers. */
export function ContactActions({ contact, formState, returnTo, fallback }: Props) {
  const t = useText();
  const may = usePermissions();
  const navigate = useNavigate();
  const lastVerb = useRef<DialogVerb | null>(null);
  const dialog = useVerbDialog(() => {
    if (lastVerb.current === 'delete') navigate(returnTo.to, { state: returnTo.state });
  }, fallback);
  return (
    <Flex
      role="group"
      aria-label={t('contact.actions', { name: contact.name })}
      gap={2}
      wrap="wrap"
    >
      {may.update ? (
        <LinkButton
          tag={RouterLink}
          to={editPath(contact.documentId)}
          state={formState}
          size="S"
          variant="secondary"
          startIcon={<Pencil aria-hidden />}
        >
          {t('verb.edit')}
        </LinkButton>
      ) : null}
      {verbsOf(contact, may).map((verb) => {
        const { Icon } = VERBS[verb];
        return (
          <Button
            key={verb}
            size="S"
            variant="tertiary"
            startIcon={<Icon aria-hidden />}
            onClick={(event: { currentTarget: HTMLElement }) => {
              lastVerb.current = verb;
              const trigger = event.currentTarget;
              dialog.open({ verb, chosen: chooseRows([contact]), trigger });
            }}
          >
            {t(`verb.${verb}`)}
          </Button>
        );
      })}
      {dialog.element}
    </Flex>
  );
}
