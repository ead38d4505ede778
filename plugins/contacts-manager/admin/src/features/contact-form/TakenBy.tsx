import { Flex, Link } from '@strapi/design-system';
import { useContext } from 'react';
import { Link as RouterLink } from 'react-router-dom';
import type { FieldError } from '../../../../shared/errors';
import { contactPath, editPath } from '../../components/contact-paths';
import { usePermissions } from '../../components/usePermissions';
import { useText } from '../../components/useText';
import { ROOT_PATH } from '../../plugin-id';
import { FormDraft } from './FormDraft';
import { TypedEntry } from './TypedEntry';
import type { TypedState } from './typed-values';

/**
 * The ways to whoever has the number: their page, in another tab of the browser, and their form with what was typed
 * here filled in. What is typed here stays in the draft.
 */
export function TakenBy({ owner }: { owner: NonNullable<FieldError['owner']> }) {
  const t = useText();
  const may = usePermissions();
  const typed = useContext(TypedEntry);
  const draft = useContext(FormDraft);
  const { documentId, name } = owner;
  const state: TypedState | null = typed &&
    draft && {
      ...(draft.hasOthers
        ? { returnTo: `${ROOT_PATH}/new`, then: draft.returnTo }
        : { returnTo: draft.returnTo }),
      typed,
      draftId: draft.id,
    };
  return (
    <Flex gap={4} wrap="wrap">
      <Link tag={RouterLink} to={contactPath(documentId)} target="_blank">
        {t('form.open-owner', { name })}
      </Link>
      {state && may.update ? (
        <Link tag={RouterLink} to={editPath(documentId)} state={state}>
          {t('form.update-owner', { name })}
        </Link>
      ) : null}
    </Flex>
  );
}
